import "../shared/style.css";
import "./style.css";
import "../shared/shell.js";
import "./page.js";
