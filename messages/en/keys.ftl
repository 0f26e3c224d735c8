### Single keys: what they do, and how they are changed.

keys-title = Keys
keys-lead = In an exam, single keys do what the buttons do. They do nothing while you type, in a dialog, or together with Ctrl, Alt or Meta.
keys-fixed = Tab, Enter, Space, the arrow keys and Escape work everywhere as in any page, so the whole exam can be sat without these keys. A screen reader that reads the page letter by letter keeps single keys to itself; turn its forms or focus mode on to use them.
keys-reset = Reset all keys
keys-are-off = Single keys are turned off in Settings.
keys-more = See and change the keys
keys-digits = 1 … 6
keys-option = Choose that option, or unselect it where several are wanted
keys-next = Next question
keys-previous = Previous question
keys-flag = Flag the question, or take the flag down
keys-review = Review before handing in
keys-strike = Strike out the option whose digit is pressed next, or no longer
keys-note = Write a note on this question
keys-check = Check the answer, where answers are shown as you go
keys-pause = Take a break, or go on, without a time limit
keys-time = Tell the time left
keys-navigator = Go to all questions
keys-help = Show the keys
keys-search = Search the notes
keys-at-question = At a question
keys-in-exam = At a question and in the review
keys-everywhere = On every page but the review
keys-outside = On every page outside an exam
key-none = no key
key-change = Change
# $command (Text): what the key does
key-change-for = Change for: { $command }
key-press = Press a key
# $command (Text): what the key does
key-press-for = Press a key for: { $command }

# $command (Text): what the key does
key-wanted = Press a key for “{ $command }”. Escape leaves it as it is.
# $why (Text): one of the reasons below
# $command (Text): what the key does
key-refused = { $why } Press another for “{ $command }”, or Escape.
# $command (Text): what the key does
# $key (Text): its sign
key-changed = “{ $command }” is on { $key } now.
keys-were-reset = All keys are as on the first day.

strike-which = Press the number of the option to strike out.
# $letter (Text): the letter that stands beside the option
option-struck = Option { $letter } struck out
# $letter (Text): the letter that stands beside the option
option-restored = Option { $letter } no longer struck out
# $letter (Text): the letter that stands beside the option
option-is-chosen = Option { $letter } is chosen. Unselect it first.

# $command (Text): what the key does already
key-taken = That key is taken by “{ $command }”. Give that one another key first.
key-moves = That key moves on the page and presses its buttons, so it stays as it is.
key-digit = Digits choose options, so they stay as they are.
key-browser = That key belongs to the browser, so it stays as it is.
key-reader = That key belongs to screen readers, so it stays as it is.
key-modifier = Keys with Ctrl, Alt or Meta belong to the browser and the system, so they stay as they are.
key-no-sign = That key has no sign that could be told from others, so it cannot be used.
