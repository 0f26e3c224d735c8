// Sets the look that the learner chose before the first paint, so that a dark room does not flash white and nothing moves.
// For this it is a classic script in the head, and nothing else is in it. A storage that is denied leaves the system's.
{
  let theme = null;
  try {
    theme = localStorage.getItem(`${new URL("./", location.href).pathname}invigil.theme`);
  } catch {
    // Denied: the app tells the learner that nothing will be kept.
  }
  document.documentElement.dataset.theme = /^[a-z0-9 -]{1,64}$/.test(theme ?? "") ? theme : "system";
}
