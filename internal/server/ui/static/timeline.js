// The Timeline room: how far the work is, without loading the page anew; how much of an archive has been taken in; j and k.

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

// follow draws the progress anew while there is any, and at its end the page.
async function follow() {
  for (let work = document.getElementById("work"); work?.dataset.busy === "true"; work = document.getElementById("work")) {
    await wait(900);
    if (document.hidden) continue;
    let page;
    try {
      page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
    } catch {
      continue; // Bedside is being started anew, perhaps
    }
    const next = page.getElementById("work");
    if (!next || next.dataset.busy !== "true" || next.dataset.made !== work.dataset.made) return location.reload(); // done, or the words are
    const [from, to] = [work.querySelector(".progress"), next.querySelector(".progress")];
    if (from && to && from.outerHTML !== to.outerHTML) from.replaceWith(to);
  }
}
follow();
const chart = document.querySelector(".chart .scroll");
if (chart) chart.scrollLeft = chart.scrollWidth; // the newest posts are read most

// send takes an archive in by a request of its own, whose progress can be seen. The page that answers takes this one's place.
const form = document.getElementById("upload");
form?.addEventListener("submit", (e) => {
  e.preventDefault();
  const request = new XMLHttpRequest();
  const [bar, said, button] = [document.getElementById("bar"), document.getElementById("sent"), form.querySelector("button")];
  const failed = () => {
    said.textContent = "The archive did not arrive. Is Bedside still running? Nothing was kept of it.";
    button.disabled = false;
  };
  request.upload.addEventListener("progress", (p) => {
    const share = p.total ? Math.floor((100 * p.loaded) / p.total) : 0;
    if (share !== bar.value || !said.textContent) {
      bar.value = share;
      said.textContent = `Taking the archive in: ${share} of 100`;
    }
  });
  request.addEventListener("error", failed);
  request.addEventListener("load", () => {
    if (request.status < 400) return location.assign("/timeline");
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const why = page.querySelector(".trouble p, main p");
    said.textContent = why ? why.textContent : "The archive was not imported.";
    button.disabled = false;
  });
  document.getElementById("sending").hidden = false;
  button.disabled = true;
  request.open("POST", form.action);
  request.send(new FormData(form));
});

// j and k go through the list of the clean-up.
document.addEventListener("keydown", (e) => {
  if (e.defaultPrevented || document.body.dataset.keys === "off" || e.ctrlKey || e.metaKey || e.altKey || /^(TEXTAREA|INPUT|SELECT)$/.test(e.target.nodeName)) return;
  const step = { j: 1, k: -1 }[e.key];
  const all = [...document.querySelectorAll(".tasks a.said")];
  if (!step || all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  all[Math.min(Math.max(at + step, 0), all.length - 1)].focus();
});
