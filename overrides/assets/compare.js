// Two to four countries of the table side by side: the address says which (?c=pl,de), and what differs is marked. Without this the table is whole.
(() => {
  const MOST = 4;
  const form = document.querySelector("form[data-compare]"), frame = document.querySelector(".compared");
  const chosen = [...form.querySelectorAll("select")], only = form.querySelector("[type=checkbox]"), status = form.querySelector("[role=status]");
  const heads = [...frame.querySelectorAll("thead th[data-code]")], codes = heads.map((head) => head.dataset.code);
  const rows = [...frame.querySelectorAll("tr")].map((row) => ({ row, cells: [...row.cells].slice(1) }));
  const language = document.documentElement.lang;

  // What somebody else may have written: other codes of a country lead to it, what is no code is told.
  function read() {
    const asked = new URLSearchParams(location.search).getAll("c").join(",").split(/[\s,;+]+/).filter(Boolean);
    const known = (code) => codes.find((one) => one === code) || form.querySelector(`option[data-also~="${CSS.escape(code)}"]`)?.value;
    const found = [...new Set(asked.map((code) => known(code.toLowerCase())).filter(Boolean))];
    const unknown = asked.filter((code) => !known(code.toLowerCase()));
    const say = (text, all) => all.length ? [text.replace("{codes}", () => all.slice(0, 8).map((code) => code.slice(0, 12)).join(", "))] : [];
    const { dataset } = form;
    const left = found.slice(MOST).map((code) => code.toUpperCase());
    return { now: found.slice(0, MOST), told: [...say(dataset.unknown, unknown), ...say(dataset.many, left)] };
  }

  // Text of a cell that counts: what the report says, without the words that it prints.
  const says = (cell) => (cell.querySelector("b") || cell).textContent.trim();

  function show(now, told) {
    const two = now.length > 1;
    let differing = 0;
    frame.classList.toggle("chosen", now.length > 0);
    for (const { row, cells } of rows) {
      const own = now.map((code) => cells[codes.indexOf(code)]);
      for (const cell of cells) cell.hidden = now.length > 0 && !own.includes(cell);
      row.append(...(now.length ? own : cells));
      if (row.parentElement.matches("thead")) continue;
      const differs = two && new Set(own.map(says)).size > 1;
      differing += differs;
      row.classList.toggle("differs", differs);
      row.hidden = two && only.checked && !differs;
      row.querySelector("th > .badge")?.remove();
      if (differs) row.cells[0].append(Object.assign(document.createElement("span"), { className: "badge badge--warm", textContent: form.dataset.differs }));
    }
    const counted = (number) => number.toLocaleString(language);
    const last = form.dataset.differing.replace("{n}", counted(differing)).replace("{total}", counted(rows.length - 1));
    status.textContent = [...told, ...(two ? [last] : now.length ? [form.dataset.alone] : [])].join(" ");
  }

  function keep() {
    const now = [...new Set(chosen.map((select) => select.value).filter(Boolean))];
    history.replaceState(history.state, "", location.pathname + (now.length ? `?c=${now.join(",")}` : "") + location.hash);
    show(now, []);
  }

  function restore() {
    const { now, told } = read();
    chosen.forEach((select, place) => { select.value = now[place] || ""; });
    show(now, told);
  }

  form.addEventListener("input", keep);
  form.addEventListener("reset", () => setTimeout(keep));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", restore);
  restore();
})();
