// Why files are refused, as whoever edits them needs it: the place of each mistake, and what is wrong there.
import { html } from "./element.js";
import { harmless } from "./harmless.js";

/** Where something is wrong, as editors write places. */
const spot = (reason) => harmless([reason.file, reason.line, reason.column].filter((each) => each !== undefined).join(":"));

export const reasonList = (reasons) => html`<ul class="reasons">
  ${reasons.map((each) => html`<li><code>${spot(each)}</code> <span>${harmless(each.detail)}</span></li>`)}
</ul>`;
