// Boxes over pictures in the Write room: drawn with the mouse, moved with the arrow keys, and shown where the fields say. Without it, the
// fields do the same.

const sides = ["left", "top", "width", "height"];
const step = 0.5; // of a per cent: what the fields take
const down = (n) => Math.floor(n / step) * step;
const up = (n) => Math.ceil(n / step) * step;
const kept = (n, least, most) => Math.min(most, Math.max(least, n));

// share is where a pointer is in a picture, in per cent of it.
function share(photo, e) {
  const at = new DOMPoint(e.clientX, e.clientY).matrixTransform(photo.getScreenCTM().inverse());
  const all = photo.viewBox.baseVal;
  return [kept((100 * at.x) / all.width, 0, 100), kept((100 * at.y) / all.height, 0, 100)];
}

// around is the box between two points.
function around([x1, y1], [x2, y2]) {
  const left = kept(down(Math.min(x1, x2)), 0, 100 - step);
  const top = kept(down(Math.min(y1, y2)), 0, 100 - step);
  return [left, top, kept(up(Math.max(x1, x2)) - left, step, 100 - left), kept(up(Math.max(y1, y2)) - top, step, 100 - top)];
}

// lay puts a drawn box where four shares of a picture say.
function lay(photo, group, [left, top, width, height]) {
  const all = photo.viewBox.baseVal;
  const x = (left * all.width) / 100;
  const y = (top * all.height) / 100;
  for (const rect of group.querySelectorAll("rect")) {
    rect.setAttribute("x", x);
    rect.setAttribute("y", y);
    rect.setAttribute("width", (width * all.width) / 100);
    rect.setAttribute("height", (height * all.height) / 100);
  }
  const letter = group.querySelector("text");
  letter?.setAttribute("x", x);
  letter?.setAttribute("y", y);
}

const fieldsOf = (place) => sides.map((s) => place.querySelector(`[name^="${s}."]`));
const photoOf = (e) => e.closest(".pasted").querySelector(".photo");
const groupOf = (place) => photoOf(place)?.querySelector(`[data-at="${place.dataset.at}"]`);

// moved puts a box of one's own somewhere else, as far as the picture goes.
function moved(place, key, grows) {
  const fields = fieldsOf(place);
  const [left, top, width, height] = fields.map((f) => Number(f.value));
  const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const now = grows
    ? [left, top, kept(width + by[0], step, 100 - left), kept(height + by[1], step, 100 - top)]
    : [kept(left + by[0], 0, 100 - width), kept(top + by[1], 0, 100 - height), width, height];
  fields.forEach((f, i) => (f.value = now[i]));
  lay(photoOf(place), groupOf(place), now);
}

// boxes lets people draw and move boxes in pictures. check sends the form with more fields, and is called when a box was drawn.
export function boxes(form, check) {
  let drawing; // {photo, from, group}
  let waiting;

  form.addEventListener("pointerdown", (e) => {
    const photo = e.target.closest?.(".photo[data-draws]");
    if (!photo || e.button !== 0 || e.pointerType === "touch") return;
    e.preventDefault();
    drawing = { photo, from: share(photo, e), box: e.target.closest(".box") };
    photo.setPointerCapture(e.pointerId);
  });
  form.addEventListener("pointermove", (e) => {
    if (!drawing) return;
    const to = share(drawing.photo, e);
    if (!drawing.group) {
      if (Math.hypot(to[0] - drawing.from[0], to[1] - drawing.from[1]) < 1) return;
      drawing.group = document.createElementNS(drawing.photo.namespaceURI, "g");
      drawing.group.setAttribute("class", "box at");
      for (const kind of ["fill", "dark", "light"]) {
        const rect = document.createElementNS(drawing.photo.namespaceURI, "rect");
        rect.setAttribute("class", kind);
        drawing.group.append(rect);
      }
      drawing.photo.append(drawing.group);
    }
    lay(drawing.photo, drawing.group, around(drawing.from, to));
  });
  form.addEventListener("pointerup", (e) => {
    if (!drawing) return;
    const { photo, from, group, box } = drawing;
    drawing = undefined;
    if (group) {
      const id = photo.dataset.picture;
      check(null, around(from, share(photo, e)).map((n, i) => [`${sides[i]}.${id}`, n]));
    } else if (box) {
      turn(photo, box.dataset.at);
    }
  });
  form.addEventListener("pointercancel", () => {
    drawing?.group?.remove();
    drawing = undefined;
  });

  // turn covers what was kept, and keeps what was covered; a box of one's own it leads to.
  function turn(photo, at) {
    const place = photo.closest(".pasted").querySelector(`.place[data-at="${at}"]`);
    const other = place?.querySelector("input[type=radio]:not(:checked)");
    if (!other) return place?.querySelector("input")?.focus();
    other.checked = true;
    other.dispatchEvent(new Event("change", { bubbles: true }));
  }

  form.addEventListener("change", (e) => {
    const place = e.target.closest(".place");
    if (place && e.target.type === "radio") groupOf(place)?.classList.toggle("keeps", e.target.value === "keep");
  });
  form.addEventListener("input", (e) => {
    const place = e.target.closest(".place.own");
    if (place) lay(photoOf(place), groupOf(place), fieldsOf(place).map((f) => Number(f.value)));
  });
  form.addEventListener("keydown", (e) => {
    if (!e.target.classList?.contains("move") || !e.key.startsWith("Arrow")) return;
    e.preventDefault();
    moved(e.target.closest(".place"), e.key, e.shiftKey);
    clearTimeout(waiting);
    waiting = setTimeout(check, 400);
  });

  // What the focus or the mouse is at in the list is shown in the picture.
  for (const [event, on] of [["focusin", true], ["focusout", false], ["mouseover", true], ["mouseout", false]]) {
    form.addEventListener(event, (e) => {
      const place = e.target.closest?.(".place");
      if (place) groupOf(place)?.classList.toggle("at", on);
    });
  }
}
