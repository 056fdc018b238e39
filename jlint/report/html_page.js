// Filters the findings by rule, severity and path. Without it the page shows them all, and no form.
"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const posts = [...document.querySelectorAll(".post")];
  const units = posts.map((post) => [...post.querySelectorAll(".unit")]);
  const { rule, path } = form.elements;
  const boxes = [...form.querySelectorAll("[name=severity]")];
  const weigh = (unit) => Number(unit.dataset.count || 1);
  const total = units.flat().reduce((sum, unit) => sum + weigh(unit), 0);

  const apply = () => {
    const wanted = path.value.trim().toLowerCase();
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let left = 0;
    posts.forEach((post, at) => {
      const here = post.dataset.path.toLowerCase().includes(wanted);
      let count = 0;
      for (const unit of units[at]) {
        const { dataset } = unit;
        const fits = here && (!rule.value || dataset.rule === rule.value) && severities.has(dataset.severity);
        unit.hidden = !fits;
        if (fits) count += weigh(unit);
      }
      post.hidden = count === 0;
      if (count && (rule.value || wanted) && post.localName === "details") post.open = true;
      left += count;
    });
    form.querySelector("output").textContent = `${left} / ${total}`;
  };

  const remember = () => {
    const state = new URLSearchParams();
    if (rule.value) state.set("rule", rule.value);
    if (path.value.trim()) state.set("path", path.value.trim());
    const off = boxes.filter((box) => !box.checked).map((box) => box.value);
    if (off.length) state.set("without", off.join(" "));
    history.replaceState(null, "", state.toString() ? `#${state}` : location.pathname + location.search);
  };

  const recall = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    const named = state.get("rule") || "";
    rule.value = [...rule.options].some((option) => option.value === named) ? named : "";
    path.value = state.get("path") || "";
    const off = (state.get("without") || "").split(" ");
    for (const box of boxes) box.checked = !off.includes(box.value);
    apply();
  };

  form.addEventListener("input", () => { apply(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.to-rule");
    if (!link) return;
    event.preventDefault();
    form.reset();
    rule.value = link.dataset.rule;
    apply();
    remember();
    form.scrollIntoView();
  });
  form.hidden = false;
  recall();
})();
