// After the page was exchanged -> an act in the next frame, when the browser has settled what is hidden and what has the focus.
const PATIENCE_MS = 100; // a tab in the background, or a browser that draws nothing, has no frames

export function inNextFrame(act) {
  let isDue = true;
  const once = () => {
    if (!isDue) return;
    isDue = false;
    act();
  };
  requestAnimationFrame(once);
  setTimeout(once, PATIENCE_MS);
}
