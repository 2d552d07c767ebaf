// What every page needs beside its text: the menu of a phone, the contents lit, lines of code reached, what is folded printed.
(() => {
  // The menu opens over the page; Escape, and a place on the same page, close it again.
  function menu(drawer, button) {
    button.addEventListener("click", () => drawer.click());
    drawer.addEventListener("change", () => {
      button.setAttribute("aria-expanded", drawer.checked);
      if (drawer.checked) document.querySelector(".md-sidebar--primary a[href]").focus();
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !drawer.checked) return;
      drawer.click();
      button.focus();
    });
    window.addEventListener("hashchange", () => { if (drawer.checked) drawer.click(); });
  }

  // The last heading above the upper quarter of the window is lit in the contents, and seen there.
  function contents(list) {
    const frame = list.closest(".md-sidebar__scrollwrap");
    const entries = [...list.querySelectorAll("a[href^='#']")].map((link) => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]);
    let lit = null, waiting = false;

    function light() {
      waiting = false;
      const above = entries.filter(([, heading]) => heading?.getBoundingClientRect().top < innerHeight / 4);
      const now = above.at(-1)?.[0] ?? null;
      if (now === lit) return;
      lit?.classList.remove("md-nav__link--active");
      now?.classList.add("md-nav__link--active");
      lit = now;
      const seen = frame.getBoundingClientRect(), place = now?.getBoundingClientRect();
      if (place && (place.top < seen.top || place.bottom > seen.bottom)) frame.scrollTop += place.top - seen.top - seen.height / 2;
    }

    const soon = () => {
      if (!waiting) requestAnimationFrame(light);
      waiting = true;
    };
    window.addEventListener("scroll", soon, { passive: true });
    soon();
  }

  // Browsers that print no more of a closed fold than its name: it is open while they print.
  function unfolded() {
    let opened = [];
    window.addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("details:not([open])")];
      for (const details of opened) details.open = true;
    });
    window.addEventListener("afterprint", () => { for (const details of opened) details.open = false; });
  }

  // A list that was filtered says so on paper.
  function chosen(form) {
    const words = ({ value, labels, selectedOptions }) => `${selectedOptions?.[0].text ?? value} (${labels[0].firstChild.textContent.trim()})`;
    window.addEventListener("beforeprint", () => {
      form.dataset.chosen = [...form.querySelectorAll("[name]")].filter(({ value }) => value.trim()).map(words).join(" · ");
    });
  }

  // Lines of code that go on beyond their frame are reached without a mouse.
  const reach = new ResizeObserver((changed) => {
    for (const { target } of changed) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });

  document.querySelectorAll("pre > code").forEach((code) => reach.observe(code));
  menu(document.getElementById("__drawer"), document.querySelector(".drawer-button"));
  document.querySelectorAll(".md-sidebar--secondary [data-md-component=toc]").forEach(contents);
  document.querySelectorAll("form.filters").forEach(chosen);
  unfolded();
})();
