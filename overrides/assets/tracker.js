// Filters and sortable tables. Without this script a page shows its tables whole.
(() => {
  const language = document.documentElement.lang || "en";

  // form.filters: each chosen value must be a word of a row's attribute data-<name of the select>.
  function filter(form) {
    const selects = [...form.querySelectorAll("select[name]")];
    const output = form.querySelector("output");
    const plural = new Intl.PluralRules(language);

    function show() {
      const chosen = selects.filter((select) => select.value);
      const wanted = chosen.map((select) => `[data-${select.name}~="${select.value}"]`).join("") || "*";
      let shown = 0;
      for (const section of document.querySelectorAll("section.filtered")) {
        const before = shown;
        for (const row of section.querySelectorAll("tbody > tr")) {
          row.hidden = !row.matches(wanted);
          shown += !row.hidden;
        }
        section.hidden = shown === before;
      }
      const text = output.dataset[plural.select(shown)] || output.dataset.other;
      output.textContent = text.replace("{n}", shown.toLocaleString(language));
    }

    // The address keeps the view, to be linked; what else it says stays.
    function keep() {
      show();
      const address = new URL(location.href);
      for (const { name, value } of selects) {
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      history.replaceState(history.state, "", address);
    }

    function restore() {
      const address = new URLSearchParams(location.search);
      for (const select of selects) {
        select.value = address.get(select.name) || "";
        if (select.selectedIndex < 0) select.value = "";
      }
      show();
    }

    form.addEventListener("change", keep);
    // The event comes before the values change: they are cleared here, so that the rows can follow at once.
    form.addEventListener("reset", () => {
      for (const select of selects) select.value = "";
      keep();
    });
    window.addEventListener("popstate", restore);
    output.setAttribute("aria-live", "polite");
    restore();
  }

  // table[data-sortable]: each th[data-sort="text|number"] gets a button; a cell's data-value goes before its text.
  function sortable(table) {
    const collator = new Intl.Collator(language, { numeric: true });
    const heads = [...table.querySelectorAll("thead th[data-sort]")];

    function key(row, head) {
      const cell = row.cells[head.cellIndex];
      const text = (cell?.dataset.value ?? cell?.textContent ?? "").trim();
      if (head.dataset.sort !== "number") return text || null;
      return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
    }

    function sort(head) {
      const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      const compare = head.dataset.sort === "number" ? (a, b) => a - b : collator.compare;
      for (const body of table.tBodies) {
        const rows = [...body.rows].map((row) => [key(row, head), row]);
        // Rows without a value stay last whichever way the others go.
        rows.sort(([a], [b]) => (a === null || b === null ? (a === null) - (b === null) : way * compare(a, b)));
        body.append(...rows.map(([, row]) => row));
      }
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
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

  document.querySelectorAll("form.filters:has(output)").forEach(filter);
  document.querySelectorAll("table[data-sortable]").forEach(sortable);
})();
