import "../shared/style.css";
import "uplot/dist/uPlot.min.css";
import "./style.css";
import "../shared/shell.js";
import "./page.js";
