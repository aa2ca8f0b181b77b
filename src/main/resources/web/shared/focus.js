// Whoever works by keyboard keeps their place: where what had the focus is gone, the focus goes to what stands there now.
const PLACES = "li, tr, section, article, aside, nav, form, fieldset, dialog, main, [role='tabpanel']";
const REACHED = ":is(a[href], button, input, select, textarea):not(:disabled), summary";

/** What had the focus last, and all that it stood in, each with its number among its neighbours. */
let trail = [];

const numbered = (at) => ({ at, number: [...at.parentElement.children].indexOf(at) });
const shown = (each) => each.isConnected && each.checkVisibility();

function remember(event) {
  trail = [];
  for (let at = event.target; at?.parentElement; at = at.parentElement) {
    trail.push(numbered(at));
  }
}

/** Somebody who points elsewhere gives up their place. */
const forget = () => (trail = []);

function hold() {
  const had = trail[0]?.at;
  if (!had || document.activeElement !== document.body || (shown(had) && !had.matches(":disabled"))) {
    return;
  }
  const left = trail.findIndex(({ at }) => shown(at));
  if (left < 0) {
    return;
  }
  const around = trail[left].at;
  const gone = trail[left - 1];
  const next = gone?.at.matches("li, tr") ? around.children[Math.min(gone.number, around.children.length - 1)] : undefined;
  const reached = next?.querySelector(REACHED);
  if (reached) {
    reached.focus();
  } else {
    lead(around.closest(PLACES) ?? document.getElementById("main"));
  }
}

/** Puts the focus on a part of the page, from which Tab leads into it. */
function lead(part) {
  if (!part.hasAttribute("tabindex")) {
    part.tabIndex = -1;
  }
  part.focus({ preventScroll: true });
}

let waits = false;
/** Looks at once, and again when the browser has taken the focus from what can no longer have it. */
function look() {
  hold();
  if (!waits) {
    waits = true;
    requestAnimationFrame(() => setTimeout(() => {
      waits = false;
      hold();
    }));
  }
}

addEventListener("focusin", remember);
addEventListener("pointerdown", forget, true);
new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled", "hidden", "open"] });
