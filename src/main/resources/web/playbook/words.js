// The words of the product's own formats in the language of the reader; what is not known stays as it is.
import { has, t } from "../shared/texts.js";

/** A word such as a severity, by the group of texts that it belongs to. */
export const word = (group, value) => {
  const key = `${group}.${value.replaceAll(" ", "-")}`;
  return has(key) ? t(key) : value;
};

const LOOK = { error: "error", warning: "warning", info: "info" };

/** The class of the badge of a severity. */
export const look = (severity) => `badge ${LOOK[severity] ?? ""}`;
