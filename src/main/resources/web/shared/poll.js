/**
 * Asks for something again and again while the page is seen, and anew when somebody signs in; gives back what ends it. `ask`
 * is given what tells whether its answer is still wanted, and whether it is the first since then.
 */
export function poll(ask, failed, every = 2000) {
  let turn = 0;
  let timer = 0;
  const look = async (mine, first) => {
    let goes = true;
    if (document.visibilityState === "visible") {
      const fresh = first;
      first = false;
      try {
        await ask(() => mine === turn, fresh);
      } catch (problem) {
        goes = problem.kind !== "signed-out" && problem.kind !== "forbidden"; // until somebody signs in
        if (mine === turn) {
          failed(problem);
        }
      }
    }
    if (goes && mine === turn) {
      timer = setTimeout(() => look(mine, first), every);
    }
  };
  const anew = () => {
    clearTimeout(timer);
    look(++turn, true);
  };
  addEventListener("nw-signed-in", anew);
  anew();
  return () => {
    turn = NaN;
    clearTimeout(timer);
    removeEventListener("nw-signed-in", anew);
  };
}
