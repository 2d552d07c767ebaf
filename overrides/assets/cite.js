// Citing: the page's citation opens over it, for the page or for a record on it; links and quotations are copied with their place.
(() => {
  const folded = document.querySelector("details.cite"), forms = document.getElementById("cite");
  if (!folded) return;
  const words = folded.dataset;

  function make(name, className, text = "") {
    return Object.assign(document.createElement(name), { className, textContent: text });
  }

  function button(text, act, about = "") {
    const made = Object.assign(make("button", "quiet-button", text), { type: "button" });
    if (about) made.setAttribute("aria-label", about);
    made.addEventListener("click", () => act(made));
    return made;
  }

  // What happened is said where it can be heard: behind a dialog nothing is.
  const dialog = make("dialog", "cite md-typeset"), heading = make("p", "cite-head-text");
  const spoken = [make("p", "said"), make("p", "said said--page")];
  for (const one of spoken) one.setAttribute("role", "status");

  function say(text) {
    const [inside, outside] = spoken, place = dialog.open ? inside : outside;
    place.textContent = "";
    setTimeout(() => { place.textContent = text; }, 50);
    clearTimeout(say.later);
    say.later = setTimeout(() => { place.textContent = ""; }, 5000);
  }

  // Without a clipboard, as on plain http: the text is selected in a field, copied where the browser still does that, else by the reader.
  function select(text, pressed) {
    const field = Object.assign(make("textarea", "to-copy"), { value: text, readOnly: true });
    field.setAttribute("aria-label", words.select);
    pressed.after(field);
    field.select();
    if (document.execCommand("copy")) {
      field.remove();
      pressed.focus();
      return words.copied;
    }
    field.addEventListener("blur", () => field.remove());
    return words.select;
  }

  async function copy(text, pressed) {
    let said = words.copied;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      said = select(text, pressed);
    }
    say(said);
  }

  function save(text, ending) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: `${words.key}.${ending}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  // A record on the page is cited by its name; beside a status of its own, as that of an action, by this too.
  function name(id) {
    const badge = document.getElementById(id)?.querySelector(".record .badge, .words .badge")?.cloneNode(true);
    badge?.querySelectorAll("[aria-hidden]").forEach((sign) => sign.remove());
    for (const place of forms.querySelectorAll("[data-before]")) {
      const { before } = place.dataset;
      place.textContent = !id ? "" : before !== " " ? before + id : badge ? `${before}${id} (${badge.textContent.trim()}).` : "";
    }
  }

  function open(id) {
    name(id);
    heading.textContent = id ? `${words.cite} ${id}` : folded.querySelector("summary").textContent;
    dialog.append(forms);
    dialog.showModal();
  }

  function close() {
    name("");
    folded.append(forms);
  }

  const address = (id) => words.address + (id ? `#${id}` : "");
  let cited = "";

  function buildDialog() {
    const head = make("div", "cite-head"), link = button(words.link, (pressed) => copy(address(cited), pressed));
    head.append(heading, link, button(words.close, () => dialog.close()));
    heading.id = "cite-heading";
    dialog.setAttribute("aria-labelledby", heading.id);
    dialog.append(head, spoken[0]);
    dialog.addEventListener("close", close);
    folded.after(dialog);
  }

  function buildForms() {
    for (const text of forms.querySelectorAll("pre")) {
      const caption = text.previousElementSibling, form = caption.textContent;
      const copies = button(words.copy, (pressed) => copy(text.textContent, pressed), `${words.copy} (${form})`);
      const saves = button(words.download, () => save(text.textContent, text.dataset.ending), `${words.download} (${form})`);
      caption.append(copies, saves);
    }
  }

  function openFor(id) {
    cited = id;
    open(id);
  }

  function buildRecord(place) {
    const { id } = place.closest("[id]");
    const cites = button(words.cite, () => openFor(id), `${words.cite} ${id}`);
    if (place.matches("p")) {
      place.append(" ", cites);
      return;
    }
    const line = make("div", "citable");
    place.before(line);
    line.append(place, cites);
  }

  // Beside each record that has a name on the page, once it comes near: a long page has hundreds.
  function buildRecords() {
    const near = new IntersectionObserver((seen) => {
      for (const { target } of seen.filter((one) => one.isIntersecting)) {
        near.unobserve(target);
        buildRecord(target);
      }
    }, { rootMargin: "100% 0px" });
    const places = "article[id] > .record, .development > .piece .record, :is(.finding, .provision) .ours, .means[id] > .record";
    for (const place of document.querySelectorAll(places)) near.observe(place);
  }

  // Where its words stand, also where it is folded away; without what serves paper or a finger.
  function place(figure) {
    const where = figure.querySelector("figcaption").cloneNode(true);
    where.querySelectorAll(".badge, .on-paper, button").forEach((part) => part.remove());
    return where.textContent.replace(/\s+/g, " ").trim();
  }

  // A quotation, where its words stand, and where the page shows them.
  function quotation(figure) {
    const said = [...figure.querySelectorAll("blockquote")].map((quote) => quote.textContent.trim()).join(" ");
    return `${said} (${place(figure).split(" · ")[0]}) ${address(figure.closest("[id]:not([data-md-component])")?.id)}`;
  }

  // Those that are folded away wait until somebody opens them: a long page has hundreds.
  function buildQuotations(around) {
    for (const figure of around.querySelectorAll("figure.evidence:not([aria-label])")) {
      const caption = figure.querySelector("figcaption");
      if (!figure.querySelector("blockquote") || !caption || figure.closest("details:not([open])")) continue;
      // The quotation is called after its place alone.
      figure.ariaLabel = place(figure);
      caption.append(" ", button(words.copy, (pressed) => copy(quotation(figure), pressed), words.quotation));
    }
  }

  document.documentElement.classList.add("ready");
  folded.after(spoken[1]);
  buildForms();
  buildQuotations(document);
  document.addEventListener("toggle", (event) => buildQuotations(event.target), true);
  if (!dialog.showModal) return;
  buildDialog();
  buildRecords();
  const link = document.querySelector(".page-tools a");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    openFor("");
  });
})();
