// The parts that every page has.
import "./shell.js";
