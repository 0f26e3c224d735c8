### What a candidate marks at a question beside the answer.

# $letter (Text): the letter that stands beside the option
strike = Strike out option { $letter }
struck-out = struck out

tools-title = Tools
tools-with-note = Tools (with your note)

highlight = Highlight sentences
highlight-hint = Choose a sentence to highlight it, and again to clear it.
highlight-code = The code
highlight-done = Done

note-title = Note on this question
# $most (Number): the longest note, in characters
note-hint = Up to { $most } characters. Your note is kept with this exam.
notes-full = This exam has no room for more notes. What you wrote so far is kept, and changes are not.

confidence-title = How sure are you of your answer? You need not say.
confidence-guess = A guess
confidence-fairly = Fairly sure
confidence-certain = Certain
