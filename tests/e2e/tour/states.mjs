// The list that the parts of the tour add to.
//
// A state's way takes the trial of a test and gives the page. Options: `media` "print" to look at it on paper; `covered`
// where the page lies under a dialog or a cover, which is looked at alone; `unready` where the app has not started, so
// that there is no page yet with a heading of its own.

export const states = [];
export const state = (name, way, options = {}) => states.push({ name, way, ...options });
