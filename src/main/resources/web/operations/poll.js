export { poll } from "../shared/poll.js";
