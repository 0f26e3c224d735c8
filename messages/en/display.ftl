### How the app looks, and the clock that can be hidden.

size = Text size
# $percent (Number): how large
size-percent = { $percent } %
display = Display
show-time = Show time left

switch-wide = More space
switch-wide-hint = between letters, words and lines
switch-contrast = High contrast
switch-contrast-hint = also when the device asks for it
switch-plain = Easier letters for dyslexia
switch-plain-hint = Plain letters, more space, shorter lines, nothing slanted. It helps some readers and not others.
switch-clock-hidden = Hide the clock
switch-clock-hidden-hint = A button shows it. You are still told at 10, 5 and 1 minutes.

# $minutes (Number): more than are left
less-than-left = { $minutes ->
    [one] Less than { $minutes } minute left
   *[other] Less than { $minutes } minutes left
}

# Where the candidate is, as short as the bar of a phone needs it.
# $ordinal (Number): which question
# $of (Number): how many there are
question-place = { $ordinal } / { $of }

# For who opened the page inside another app.
inside-app = This page is open inside another app, which may forget what is stored here. Open it in your browser instead: the menu of that app has a line for it.
