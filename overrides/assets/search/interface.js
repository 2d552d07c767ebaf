// Shows what the search finds: a list of links below the field, by kind. Text of the data becomes text on the page, never markup.
(() => {
  const IN_A_KIND = 5, IN_ALL = 40, OF_ONE_KIND = 100;
  const box = document.querySelector(".search"), form = box.querySelector("form"), opener = box.querySelector(".search-open");
  const field = form.elements.q, status = box.querySelector("[role=status]"), panel = box.querySelector(".search-panel");
  const list = document.getElementById("__results"), kinds = panel.querySelector("select");
  const root = new URL(form.dataset.root, location.href), language = document.documentElement.lang;
  const plural = new Intl.PluralRules(language);

  let engine = null, words = null, current = null, leaving = false;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const marked = (parts) => parts.map(([text, hit]) => (hit ? element("mark", {}, text) : text));
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  // Words of a source stand in the quotation marks of their language.
  const quoted = ({ lang, parts }) => {
    const [open, close] = (lang && (words.marks[lang] || words.marks[""])) || ["", ""];
    return [open, ...marked(parts), close];
  };
  const options = () => [...list.querySelectorAll("[role=option]")];

  // What is asked stands in the address, to be linked, until the reader leaves the results.
  function keep(query, kind) {
    const address = new URL(location.href);
    for (const [name, value] of [["q", query], ["in", kind]]) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  function option({ entry }, found) {
    const number = /^(\d|[cf]\d)/.test(entry.codes[0] || "") ? `${entry.codes[0]} ` : "", excerpt = engine.excerpt(entry, found.marks);
    return element("a", { role: "option", href: new URL(entry.url, root), "aria-selected": "false" },
      element("span", { class: "search-title" }, number, ...marked(found.marks(entry.title))), " ",
      ...(entry.shown ? [element("span", { class: "search-shown" }, entry.shown), " "] : []),
      ...(excerpt ? [element("span", { class: "search-excerpt", lang: excerpt.lang !== language && excerpt.lang }, ...quoted(excerpt))] : []));
  }

  // The best of each kind, the kind of the best one first.
  function groups({ results }, kind) {
    const found = new Map();
    let left = kind ? OF_ONE_KIND : IN_ALL;
    for (const result of results) {
      const group = found.get(result.entry.kind) || [];
      if (!left || (!kind && group.length === IN_A_KIND)) continue;
      found.set(result.entry.kind, [...group, result]);
      left -= 1;
    }
    return found;
  }

  function shown(found, kind) {
    return [...groups(found, kind)].map(([name, results]) => {
      const id = `__kind-${name}`, number = found.counts.get(name), head = `${words.kinds[name]}${number > results.length ? ` (${results.length} / ${number})` : ""}`;
      return element("div", { role: "group", "aria-labelledby": id },
        element("div", { role: "presentation", id, class: "search-kind" }, head), ...results.map((result) => option(result, found)));
    });
  }

  function sayings(found, query) {
    const number = found.results.length, said = [];
    if (!number) said.push(filled(words.none, { query }));
    else said.push(filled(words.found[plural.select(number)] || words.found.other, { n: number.toLocaleString(language) }));
    for (const [typed, taken] of number ? found.corrected : []) said.push(filled(words.corrected, { typed, taken }));
    if (found.missing.length && number) said.push(filled(words.missing, { words: found.missing.join(", ") }));
    if (found.loose) said.push(words.loose);
    else if (found.partial) said.push(words.partial);
    return said.join(" ");
  }

  function offer(counts, kind) {
    const all = [...counts.values()].reduce((sum, one) => sum + one, 0), named = Object.keys(words.kinds).filter((name) => counts.has(name) || name === kind);
    kinds.replaceChildren(new Option(`${words.all} (${all})`, ""), ...named.map((name) => new Option(`${words.kinds[name]} (${counts.get(name) || 0})`, name)));
    kinds.value = kind;
  }

  function show() {
    const query = field.value.trim();
    if (!engine) return;
    if (!query) {
      close(false);
      return;
    }
    const wanted = words.kinds[kinds.value] ? kinds.value : "", found = engine.search(query, { kind: wanted || undefined });
    list.replaceChildren(...shown(found, wanted));
    options().forEach((one, at) => { one.id = `__result-${at + 1}`; });
    list.hidden = !found.results.length;
    offer(found.counts, wanted);
    status.textContent = sayings(found, query);
    panel.hidden = false;
    box.classList.add("asked");
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(null);
    keep(query, wanted);
  }

  // The result that Enter follows: told to the field while that has the focus, else focused itself.
  function choose(one) {
    current?.setAttribute("aria-selected", "false");
    current = one;
    one?.setAttribute("aria-selected", "true");
    if (one) field.setAttribute("aria-activedescendant", one.id);
    else field.removeAttribute("aria-activedescendant");
    if (!one) return;
    if (list.contains(document.activeElement)) one.focus();
    one.scrollIntoView({ block: "nearest" });
  }

  function move(step) {
    const all = options(), at = all.indexOf(current);
    if (at + step < 0) {
      choose(null);
      field.focus();
    } else choose(all[Math.min(at + step, all.length - 1)] || null);
  }

  // On a phone the search goes from over the page.
  function withdraw() {
    box.classList.remove("open");
    opener.setAttribute("aria-expanded", "false");
  }

  function close(leave) {
    panel.hidden = true;
    box.classList.remove("asked");
    list.replaceChildren();
    choose(null);
    status.textContent = "";
    field.setAttribute("aria-expanded", "false");
    keep("", "");
    if (!leave) return;
    withdraw();
    leaving = true;
    (opener.offsetParent ? opener : field).focus();
    leaving = false;
  }

  field.addEventListener("input", show);
  field.addEventListener("focus", () => { if (panel.hidden && !leaving) show(); });
  kinds.addEventListener("change", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (panel.hidden) show();
    (current || options()[0])?.click();
  });
  form.addEventListener("keydown", (event) => {
    const { key, target } = event, inList = list.contains(target);
    if (key === "Escape") {
      event.preventDefault();
      close(true);
    } else if ((key === "ArrowDown" || key === "ArrowUp") && target !== kinds) {
      event.preventDefault();
      move(key === "ArrowDown" ? 1 : -1);
    } else if (inList && key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && key !== " ") field.focus();
  });
  list.addEventListener("focusin", ({ target }) => choose(target.closest("[role=option]")));
  // A result on this very page is shown by closing what covers it.
  list.addEventListener("click", ({ target }) => {
    const link = target.closest("a");
    if (!link || link.pathname !== location.pathname) return;
    close(false);
    withdraw();
  });
  box.querySelector(".search-close").addEventListener("click", () => close(true));
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!relatedTarget || box.contains(relatedTarget)) return;
    if (!panel.hidden) close(false);
    withdraw();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!panel.hidden && !box.contains(target)) close(false);
  });

  // What the file of entries calls.
  globalThis.tracker.search = (entries, said) => {
    words = said;
    engine = new tracker.Engine(entries, language);
    status.textContent = "";
    offer(new Map(), new URLSearchParams(location.search).get("in") || "");
    if (document.activeElement === field) show();
  };
})();
