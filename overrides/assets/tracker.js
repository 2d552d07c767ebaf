// Views that the address keeps, tables that filter and sort, the way to the other language. Without this script a page shows its tables whole.
(() => {
  const language = document.documentElement.lang;

  // form.filters: the address keeps its fields, to be linked; what shows something by them listens for "view".
  function view(form) {
    const fields = [...form.querySelectorAll("[name]")];

    // Each chosen value must be a word of the attribute data-<name of the select>.
    function tell() {
      const chosen = fields.filter((field) => field.matches("select") && field.value);
      const wanted = chosen.map((select) => `[data-${select.name}~="${select.value}"]`).join("");
      form.dispatchEvent(new CustomEvent("view", { detail: { wanted } }));
    }

    // What else the address says stays. A form may name the place of the page that shows what is chosen.
    function keep() {
      const address = new URL(location.href);
      for (const { name, value } of fields) {
        if (value.trim()) address.searchParams.set(name, value.trim());
        else address.searchParams.delete(name);
      }
      const { place } = form.dataset;
      if (place) address.hash = fields.some((field) => field.value) ? place : "";
      history.replaceState(history.state, "", address);
      tell();
    }

    function restore() {
      const address = new URLSearchParams(location.search);
      for (const field of fields) {
        field.value = address.get(field.name) || "";
        if (field.selectedIndex < 0) field.value = "";
      }
      tell();
    }

    form.addEventListener("input", keep);
    // The event comes before the fields change: they are emptied here, so that the page can follow at once.
    form.addEventListener("reset", () => {
      for (const field of fields) field.value = "";
      keep();
    });
    window.addEventListener("popstate", restore);
    form.classList.add("live");
    restore();
  }

  // Rows of section.filtered that the view leaves, counted in the form's output; a section without any is hidden, with its heading.
  function filter(form) {
    const output = form.querySelector("output");
    const plural = new Intl.PluralRules(language);
    output.setAttribute("aria-live", "polite");
    form.addEventListener("view", ({ detail: { wanted } }) => {
      let shown = 0;
      for (const section of document.querySelectorAll("section.filtered")) {
        const before = shown;
        for (const row of section.querySelectorAll("tbody > tr, :scope > article")) {
          row.hidden = !row.matches(wanted || "*");
          shown += !row.hidden;
        }
        section.hidden = shown === before;
        const fold = section.querySelector(":scope > details");
        if (fold && wanted && !section.hidden) fold.open = true;
        const heading = section.previousElementSibling;
        if (heading?.matches("h2")) heading.hidden = section.hidden;
      }
      const text = output.dataset[plural.select(shown)] || output.dataset.other;
      output.textContent = text.replace("{n}", shown.toLocaleString(language));
    });
  }

  // table[data-sortable]: each th[data-sort="text|number"] gets a button; a cell's data-value goes before its text. What data-ascending and
  // data-descending say of a column is announced.
  function sortable(table) {
    const collator = new Intl.Collator(language, { numeric: true });
    const heads = [...table.querySelectorAll("thead th[data-sort]")];
    const said = document.createElement("p");
    said.className = "unseen";
    said.setAttribute("role", "status");
    if (table.dataset.ascending) table.after(said);

    function key(row, head) {
      const cell = row.cells[head.cellIndex];
      const text = (cell?.dataset.value ?? cell?.textContent ?? "").trim();
      if (head.dataset.sort !== "number") return text || null;
      return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
    }

    function sort(head) {
      // A head whose data-first is "descending" begins there.
      const turned = head.getAttribute("aria-sort") || (head.dataset.first ? "ascending" : "");
      const way = turned === "ascending" ? -1 : 1;
      const compare = head.dataset.sort === "number" ? (a, b) => a - b : collator.compare;
      for (const body of table.tBodies) {
        const rows = [...body.rows].map((row) => [key(row, head), row]);
        // Rows without a value stay last whichever way the others go.
        rows.sort(([a], [b]) => (a === null || b === null ? (a === null) - (b === null) : way * compare(a, b)));
        body.append(...rows.map(([, row]) => row));
      }
      for (const other of heads) other.removeAttribute("aria-sort");
      const order = way > 0 ? "ascending" : "descending";
      head.setAttribute("aria-sort", order);
      said.textContent = (table.dataset[order] || "").replace("{column}", head.textContent.trim());
    }

    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head));
      head.append(button);
    }
  }

  // The same page in the other language, with the same view, at the same place: asked for when somebody turns to the link.
  function translation(link) {
    const follow = () => Object.assign(link, { search: location.search, hash: location.hash });
    for (const turned of ["pointerenter", "focus", "click"]) link.addEventListener(turned, follow);
  }

  // .search: what finds and shows results loads when somebody turns to the field, or comes with a question in the address (?q=).
  function search(box) {
    const field = box.querySelector("input"), opener = box.querySelector(".search-open"), { loading, failed } = box.querySelector("form").dataset;
    const say = (text) => { box.querySelector("[role=status]").textContent = text; };

    let turned = false;

    function load() {
      if (turned) return;
      turned = true;
      say(loading);
      const { styles, scripts } = box.dataset;
      document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: styles }));
      for (const src of scripts.split(" ")) {
        const script = Object.assign(document.createElement("script"), { src, async: false });
        script.addEventListener("error", () => say(failed));
        document.head.append(script);
      }
    }

    function open() {
      box.classList.add("open");
      opener.setAttribute("aria-expanded", "true");
      field.focus();
    }

    // Who types has the focus, also where a browser does not say so.
    for (const sign of ["focus", "input"]) field.addEventListener(sign, load);
    opener.addEventListener("click", open);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, [contenteditable]")) return;
      event.preventDefault();
      open();
    });
    // The large field of the home page asks in this one.
    document.querySelector(".seek")?.addEventListener("submit", (event) => {
      event.preventDefault();
      field.value = event.target.elements.q.value;
      open();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const question = new URLSearchParams(location.search).get("q");
    if (question) {
      field.value = question;
      open();
    }
  }

  // What is folded opens for the address that leads into it, or to the record that holds it.
  function unfold() {
    const place = location.hash && document.getElementById(location.hash.slice(1));
    if (!place) return;
    const folded = [...place.querySelectorAll(":scope > details")];
    for (let around = place.closest("details"); around; around = around.parentElement.closest("details")) folded.push(around);
    if (folded.every((details) => details.open)) return;
    for (const details of folded) details.open = true;
    place.scrollIntoView();
  }

  // a.word: what it means, as the foot of the page or its own name says, beside it: under a pointer, with the focus, at the first touch.
  function explain() {
    const tip = Object.assign(document.createElement("div"), { className: "word-tip", id: "__word", hidden: true });
    tip.setAttribute("role", "tooltip");
    document.body.append(tip);
    let shown = null, leaving = 0, first = false;

    function hide() {
      shown?.removeAttribute("aria-describedby");
      shown = null;
      tip.hidden = true;
    }

    function show(link) {
      // A name is not read aloud twice.
      const named = link.getAttribute("aria-label");
      const meaning = named || document.getElementById(link.hash.slice(1))?.nextElementSibling?.textContent;
      if (!meaning) return;
      clearTimeout(leaving);
      if (shown !== link) hide();
      shown = link;
      tip.textContent = meaning;
      tip.hidden = false;
      if (!named) link.setAttribute("aria-describedby", tip.id);
      const { left, top, bottom } = link.getBoundingClientRect(), { offsetWidth, offsetHeight } = tip;
      const below = bottom + offsetHeight + 8 < innerHeight;
      tip.style.left = `${scrollX + Math.max(8, Math.min(left, document.documentElement.clientWidth - offsetWidth - 8))}px`;
      tip.style.top = `${scrollY + (below ? bottom + 4 : top - offsetHeight - 4)}px`;
    }

    const word = (event) => event.target.closest?.("a.word");
    const stays = (event) => word(event) === shown || tip.contains(event.target);
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "mouse" && word(event)) show(word(event));
      else if (shown && stays(event)) clearTimeout(leaving);
      else if (shown && shown !== document.activeElement) leaving = setTimeout(hide, 300);
    });
    document.addEventListener("focusin", (event) => { if (word(event)) show(word(event)); else hide(); });
    document.addEventListener("pointerdown", (event) => {
      first = event.pointerType !== "mouse" && word(event) !== shown;
      if (shown && !stays(event)) hide();
    });
    document.addEventListener("click", (event) => {
      if (!word(event) || !first) return;
      event.preventDefault();
      show(word(event));
    });
    document.addEventListener("keydown", ({ key }) => { if (key === "Escape") hide(); });
  }

  if (document.querySelector("a.word")) explain();
  unfold();
  window.addEventListener("hashchange", unfold);
  document.querySelectorAll(".search").forEach(search);
  document.querySelectorAll("a.language").forEach(translation);
  document.querySelectorAll("table[data-sortable]").forEach(sortable);
  const forms = [...document.querySelectorAll("form.filters")];
  forms.filter((form) => form.querySelector("output")).forEach(filter);
  // Once every script of the page listens.
  document.addEventListener("DOMContentLoaded", () => forms.forEach(view));
})();
