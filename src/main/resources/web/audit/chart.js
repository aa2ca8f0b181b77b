// A chart in the colours of the page; what it shows is told in a sentence, and in full by the table beside it.
import uPlot from "uplot";
import { Part, html } from "../shared/element.js";
import { harmless } from "./words.js";

const ROW = 26;
const LABELS = 180;
/** About the width of a letter. */
const LETTER = 8;

/** A colour of the style sheet as the browser has worked it out, light or dark. */
function colour(element, name) {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  element.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

const clipped = (label, longest) => (label.length > longest ? `${label.slice(0, longest - 1)}…` : label);

class Chart extends Part {
  static properties = {
    kind: {},
    labels: { attribute: false },
    values: { attribute: false },
    most: { type: Number },
    format: { attribute: false },
    gist: {},
  };

  connectedCallback() {
    super.connectedCallback();
    this.again = () => this.draw();
    this.themes = new MutationObserver(this.again);
    this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.dark.addEventListener("change", this.again);
    this.sizes = new ResizeObserver(() => this.clientWidth !== this.drawn && this.draw());
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.themes.disconnect();
    this.sizes.disconnect();
    this.dark.removeEventListener("change", this.again);
    this.plot?.destroy();
    this.plot = null;
  }

  render() {
    return html`<div class="plot"></div>`;
  }

  updated() {
    this.draw();
  }

  draw() {
    const box = this.querySelector(".plot");
    this.drawn = this.clientWidth;
    if (!box || this.drawn < 100 || !this.labels) {
      return;
    }
    this.plot?.destroy();
    const look = Object.fromEntries(["--ink-soft", "--line", "--accent", "--accent-soft"].map((each) => [each, colour(this, each)]));
    const all = this.kind === "bars" ? this.bars(look) : this.line(look);
    this.plot = new uPlot({ ...all, width: this.drawn, legend: { show: false }, cursor: { show: false } },
      [this.labels.map((_, at) => at), this.values], box);
    const canvas = box.querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", this.gist);
  }

  axis(look, more) {
    return { stroke: look["--ink-soft"], font: "13px system-ui, sans-serif", grid: { stroke: look["--line"], width: 1 }, ticks: { show: false }, ...more };
  }

  measure(look, more) {
    return this.axis(look, { values: (_, splits) => splits.map((each) => this.format(each)), ...more });
  }

  names(look, room, more) {
    return this.axis(look, { grid: { show: false }, values: (_, splits) => splits.map((each) => clipped(harmless(this.labels[each] ?? ""), Math.floor(room / LETTER))), ...more });
  }

  /** Over time, from left to right. */
  line(look) {
    const few = Math.max(1, Math.ceil((this.labels.length * 90) / this.drawn));
    return {
      height: 220,
      padding: [12, 24, 0, 0],
      scales: { x: { time: false, range: [-0.3, this.labels.length - 0.7] }, y: { range: [0, this.most] } },
      axes: [this.names(look, LABELS, { size: 32, splits: () => this.labels.map((_, at) => at).filter((at) => at % few === 0) }), this.measure(look, { size: 64 })],
      series: [{}, { stroke: look["--accent"], fill: look["--accent-soft"], width: 2, points: { show: true, size: 7, fill: look["--accent"] } }],
    };
  }

  /** One bar a row, its name at the left. */
  bars(look) {
    const room = Math.min(LABELS, this.drawn * 0.42);
    return {
      height: this.labels.length * ROW + 36,
      padding: [0, 24, 0, 0],
      scales: { x: { time: false, ori: 1, dir: -1, range: [-0.5, this.labels.length - 0.5] }, y: { ori: 0, range: [0, this.most] } },
      axes: [this.names(look, room, { side: 3, size: room, splits: () => this.labels.map((_, at) => at) }), this.measure(look, { side: 2, space: 60, size: 32 })],
      series: [{}, { stroke: look["--accent"], fill: look["--accent"], width: 0, points: { show: false }, paths: uPlot.paths.bars({ size: [0.62, 18] }) }],
    };
  }
}

customElements.define("nw-audit-chart", Chart);
