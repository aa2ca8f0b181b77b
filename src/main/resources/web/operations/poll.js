// Asks for something that has no mark of its state, every two seconds while the page is seen; gives back what ends it.
export function poll(ask, failed, every = 2000) {
  let turn = 0;
  let timer = 0;
  const look = async (mine) => {
    let goes = true;
    if (document.visibilityState === "visible") {
      try {
        await ask(() => mine === turn);
      } catch (problem) {
        goes = problem.kind !== "signed-out" && problem.kind !== "forbidden"; // until somebody signs in
        if (mine === turn) {
          failed(problem);
        }
      }
    }
    if (goes && mine === turn) {
      timer = setTimeout(() => look(mine), every);
    }
  };
  const anew = () => {
    clearTimeout(timer);
    look(++turn);
  };
  addEventListener("nw-signed-in", anew);
  anew();
  return () => {
    turn = NaN;
    clearTimeout(timer);
    removeEventListener("nw-signed-in", anew);
  };
}
