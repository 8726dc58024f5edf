// Gives the frames of exercises on this page the height of what is in them. Loads nothing, keeps nothing, asks nothing.
(() => {
  const site = new URL(document.currentScript.src).origin;
  addEventListener('message', ({ origin, source, data }) => {
    const height = data && data.nabla === 'height' ? Number(data.height) : NaN;
    if (origin !== site || !(height > 0 && height < 20000)) {
      return;
    }
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) {
        frame.style.height = `${height}px`;
      }
    }
  });
})();
