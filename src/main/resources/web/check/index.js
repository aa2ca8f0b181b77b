// The page "Check": a note is judged while it is typed.
import "../shared/style.css";
import "./style.css";
import "../shared/shell.js";
import "./check.js";
