// What is asked of the service and what the rules find: since the start, since the page was opened, in the last minute.
import { Part, html, problemState, state } from "../shared/element.js";
import { send } from "../shared/calls.js";
import { harmless } from "../shared/harmless.js";
import { instant, number, t } from "../shared/texts.js";
import { parse } from "./metrics.js";
import { poll } from "./poll.js";
import { Rates, taken } from "./rates.js";
import { millis, rate } from "./shown.js";

const whole = (labels) => (labels.uri?.startsWith("/v1") ? `${labels.method} ${labels.uri}` : undefined);
const failed = (labels) => (/^5/.test(labels.status ?? "") ? whole(labels) : undefined);
const refused = (labels) => (/^4/.test(labels.status ?? "") ? whole(labels) : undefined);

const FIGURES = {
  calls: { of: "http_server_requests_seconds_count", key: whole },
  time: { of: "http_server_requests_seconds_sum", key: whole },
  failed: { of: "http_server_requests_seconds_count", key: failed },
  refused: { of: "http_server_requests_seconds_count", key: refused },
  notes: { of: "noteworthy_checks_total", key: (labels) => labels.call },
  compliant: { of: "noteworthy_checks_total", key: (labels) => (labels.compliant === "true" ? labels.call : undefined) },
  judging: { of: "noteworthy_check_duration_seconds_sum", key: (labels) => labels.call },
  judged: { of: "noteworthy_check_duration_seconds_count", key: (labels) => labels.call },
  found: { of: "noteworthy_violations_total", key: (labels) => `${labels.rule} ${labels.severity}` },
  waived: { of: "noteworthy_waived_total", key: (labels) => `${labels.rule} ${labels.severity}` },
  broken: { of: "noteworthy_rule_failures_total", key: (labels) => labels.rule },
};

/** What the other parts of the page are told of. */
export const STATE = {
  build: "noteworthy_build_info",
  waiting: "noteworthy_audit_waiting_bytes",
  failed: "noteworthy_audit_failed_writes_total",
  lastWrite: "noteworthy_audit_last_write_seconds",
  size: "noteworthy_audit_size_bytes",
};

/** Only what is shown is asked for, and not all that the platform counts. */
const NAMES = new Set([...Object.values(FIGURES).map((figure) => figure.of), ...Object.values(STATE)]);
const ADDRESS = `/q/metrics?${new URLSearchParams([...NAMES].map((name) => ["name[]", name]))}`;

class Figures extends Part {
  static properties = { samples: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.rates = new Rates();
    this.opened = new Date().toISOString();
    this.end = poll(
      async (current) => {
        const answer = await send("GET", ADDRESS, { headers: { Accept: "text/plain" } });
        const samples = parse(await answer.text());
        if (current()) {
          this.rates.add(taken(samples, FIGURES, performance.now()));
          this.samples = samples;
          this.problem = null;
          this.tell("nw-figures", samples);
        }
      },
      (problem) => (this.problem = problem),
    );
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.end();
  }

  render() {
    if (this.problem && (this.problem.kind !== "offline" || !this.samples)) {
      return problemState(this.problem);
    }
    if (!this.samples) {
      return state("loading");
    }
    return html`<p class="hint">${t("figures.since", { time: instant(this.opened) })}</p>
      ${this.checks()} ${this.rules()} ${this.calls()}`;
  }

  checks() {
    const rates = this.rates;
    return this.table("checks", rates.keys("notes"), ["opened", "minute", "total", "compliant", "mean"], (call) => {
      const notes = rates.total("notes", call);
      return [
        rate(rates.since("notes", call)),
        rate(rates.minutely("notes", call)),
        number(notes),
        notes ? `${number(Math.round((100 * rates.total("compliant", call)) / notes))} %` : "–",
        millis(rates.total("judging", call) / rates.total("judged", call)),
      ];
    });
  }

  rules() {
    const rates = this.rates;
    const rules = [...new Set([...rates.keys("found"), ...rates.keys("waived")])]
      .sort((one, other) => rates.total("found", other) - rates.total("found", one) || (one < other ? -1 : 1));
    const silent = rates.keys("broken").filter((rule) => !rules.some((each) => each.split(" ")[0] === rule));
    return this.table("rules", [...rules, ...silent], ["severity", "opened", "minute", "total", "waived", "failed"], (each) => {
      const [rule, severity] = each.split(" ");
      const broken = rates.total("broken", rule);
      return [
        severity ? html`<span class="badge">${severity}</span>` : "",
        rate(rates.since("found", each)),
        rate(rates.minutely("found", each)),
        number(rates.total("found", each)),
        number(rates.total("waived", each)),
        broken ? html`<span class="badge error">${number(broken)}</span>` : "0",
      ];
    }, (each) => each.split(" ")[0]);
  }

  calls() {
    const rates = this.rates;
    return this.table("calls", rates.keys("calls"), ["opened", "minute", "total", "refused", "failed", "mean"], (call) => [
      rate(rates.since("calls", call)),
      rate(rates.minutely("calls", call)),
      number(rates.total("calls", call)),
      number(rates.total("refused", call)),
      rates.total("failed", call) ? html`<span class="badge error">${number(rates.total("failed", call))}</span>` : "0",
      millis(rates.total("time", call) / rates.total("calls", call)),
    ]);
  }

  /** A table with a row for each key; `cells` gives what follows after its name. */
  table(name, keys, columns, cells, title = (key) => key) {
    return html`<section aria-labelledby="figures-${name}">
      <h3 id="figures-${name}">${t(`figures.${name}`)}</h3>
      ${keys.length === 0
        ? html`<p class="hint">${t(`figures.${name}.none`)}</p>`
        : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="figures-${name}"><table>
            <thead><tr><th scope="col">${t(`figures.${name}.name`)}</th>
              ${columns.map((each) => html`<th scope="col" class=${each === "severity" ? "" : "number"}>${t(`figures.${each}`)}</th>`)}</tr></thead>
            <tbody>${keys.map((key) => html`<tr><th scope="row" class="mono">${harmless(title(key))}</th>
              ${cells(key).map((each, at) => html`<td class=${columns[at] === "severity" ? "" : "number"}>${each}</td>`)}</tr>`)}</tbody>
          </table></div>`}
    </section>`;
  }
}

customElements.define("nw-figures", Figures);
