// A function -> its call in the next frame, when the browser has settled what is hidden and what has the focus.
const FALLBACK_MS = 100; // a tab in the background, or a browser that draws nothing, has no frames

export function inNextFrame(callback) {
  let isPending = true;
  const runOnce = () => {
    if (!isPending) return;
    isPending = false;
    callback();
  };
  requestAnimationFrame(runOnce);
  setTimeout(runOnce, FALLBACK_MS);
}
