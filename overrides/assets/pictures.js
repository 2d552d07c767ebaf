// The graph lights what belongs to a node, follows the view (see tracker.js), finds nodes and fills the screen.
(() => {
  // What keyboards write in one way and texts in another: case, accents, letters, apostrophes, dashes, blanks, and signs that nobody sees.
  const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
  const fold = (text) => text.toLowerCase().replace(/[’‘ʼ′‛`´]/g, "'").normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").replace(/[œæßøłđðþı]/g, (letter) => LETTERS[letter])
    .replace(/[\p{Pd}−]/gu, "-").replace(/\s+/g, " ").trim();

  function graph(form, figure) {
    const edges = [...figure.querySelectorAll(".edge")];
    const nodes = [...figure.querySelectorAll("[data-node]")];
    const search = form.querySelector("[name=find]");
    const says = document.querySelector(".graph-says");
    const rows = [...document.querySelectorAll("tr[data-line]")];
    const ends = (edge) => [edge.dataset.from, edge.dataset.to];

    // Which lines the view leaves; a node without a line of its own steps back while lines are chosen.
    function filter(wanted) {
      for (const edge of edges) edge.classList.toggle("off", !edge.matches(wanted || "*"));
      const used = new Set(edges.filter((edge) => !edge.classList.contains("off")).flatMap(ends));
      for (const node of nodes) node.classList.toggle("off", wanted !== "" && !used.has(node.dataset.node));
    }

    // Light some nodes and their lines, dim the rest; nothing lit shows everything.
    function light(ids) {
      const lines = edges.filter((edge) => !edge.classList.contains("off") && ends(edge).some((id) => ids.has(id)));
      const near = new Set([...ids, ...lines.flatMap(ends)]);
      for (const edge of edges) edge.classList.toggle("lit", lines.includes(edge));
      for (const node of nodes) node.classList.toggle("lit", near.has(node.dataset.node));
      figure.classList.toggle("dimmed", ids.size > 0);
      const shown = new Set(lines.map(({ dataset: { from, to, role } }) => `${from} ${to} ${role}`));
      for (const row of rows) row.classList.toggle("unlit", ids.size > 0 && !shown.has(row.dataset.line));
      say(ids, new Set(lines.map((edge) => edge.querySelector("title").textContent).reverse()));
    }

    // The lines in words, strongest first; both pictures have each, and it is said once. What lines of one node share is their heading.
    function say(ids, texts) {
      const id = ids.size === 1 ? [...ids][0] : "";
      const name = nodes.find((node) => node.dataset.node === id)?.getAttribute("aria-label") || "";
      const shared = id.startsWith("actor:") ? `${name} – ` : ` – ${id.split(":")[1]}`;
      const paragraph = (textContent, className) => Object.assign(document.createElement("p"), { textContent, className });
      says.replaceChildren(...(name ? [paragraph(name, "strong")] : []), ...[...texts].map((text) => paragraph(text.replace(shared, ""), "")));
      says.hidden = !texts.size;
    }

    // What is said of the node that has the focus does not cover it.
    function uncover(node) {
      const under = says.getBoundingClientRect(), { right, bottom } = node.getBoundingClientRect();
      if (!says.hidden && bottom > under.top && right > under.left) scrollBy(0, bottom - under.top + 8);
    }

    const found = () => {
      const words = fold(search.value);
      // The narrow picture shows the acronyms, so that both find the node.
      const label = (node) => fold(`${node.getAttribute("aria-label")} ${node.textContent}`);
      return new Set(words ? nodes.filter((node) => label(node).includes(words)).map((node) => node.dataset.node) : []);
    };

    function pointed(target) {
      const node = target.closest?.("[data-node]");
      const edge = target.closest?.(".edge");
      return node ? new Set([node.dataset.node]) : edge ? new Set(ends(edge)) : null;
    }

    for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
      figure.addEventListener(enter, ({ target }) => pointed(target) && light(pointed(target)));
      figure.addEventListener(leave, () => light(found()));
    }
    figure.addEventListener("focusin", ({ target }) => requestAnimationFrame(() => pointed(target) && uncover(target)));
    // A finger cannot point: the first touch lights a node, the next follows its link.
    let touched = null;
    figure.addEventListener("pointerdown", ({ target, pointerType }) => {
      const node = target.closest?.("[data-node]");
      touched = pointerType === "touch" && node !== document.activeElement ? node : null;
    });
    figure.addEventListener("click", (event) => {
      if (!touched) return;
      event.preventDefault();
      touched.focus();
      touched = null;
    });
    // Enter in the search leads to the first node found that is in view.
    search.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const ids = found();
      nodes.find((node) => ids.has(node.dataset.node) && node.getClientRects().length)?.focus();
    });
    form.addEventListener("view", ({ detail: { wanted } }) => {
      filter(wanted);
      light(found());
    });
  }

  // Picture, filters and table over the whole screen. Who leaves it, also by Escape, is where they were; so is who follows a link to this page.
  function whole(button, explorer) {
    const fills = () => document.fullscreenElement === explorer;
    button.hidden = !document.fullscreenEnabled;
    button.addEventListener("click", () => (fills() ? document.exitFullscreen() : explorer.requestFullscreen()));
    explorer.addEventListener("click", ({ target }) => { if (fills() && target.closest("a[href^='#']")) document.exitFullscreen(); });
    document.addEventListener("fullscreenchange", () => {
      button.setAttribute("aria-pressed", fills());
      if (!fills()) button.focus();
    });
  }

  const form = document.querySelector("form[data-graph]");
  if (!form) return;
  const explorer = form.closest(".explorer"), rows = explorer.querySelector("details.rows");
  graph(form, explorer.querySelector("figure.graph"));
  whole(explorer.querySelector("button.whole"), explorer);
  // Beside the picture the table has its own room.
  if (matchMedia("(min-width: 76.25em)").matches) rows.open = true;
})();
