// Every page and state of the app: a name, and the way that leads a fresh profile there. The pictures (`shots.mjs`) and
// the checks of every state (`specs/access.mjs`) go through this list, so what is new needs an entry in one of its parts
// and no more.

import "./tour/start.mjs";
import "./tour/exam.mjs";
import "./tour/results.mjs";
import "./tour/pages.mjs";
import "./tour/notes.mjs";
import "./tour/practice.mjs";
import "./tour/sharing.mjs";
import "./tour/messages.mjs";

export { states } from "./tour/states.mjs";
