### What the page says before the app runs, or after it has stopped; `cargo xtask stage` writes it into the page.

# What search engines and shared links show.
page-description = Timed practice exams in your browser. They work offline, are shared by a link, and nothing leaves your device.
no-script = { -app } runs in your browser with JavaScript and WebAssembly. Please allow JavaScript for this site, then reload the page.
crash-title = Something went wrong
crash-text = { -app } has stopped because of a fault of its own. What was saved on this device is safe: reload to go on from there.
crash-report-title = Report for the developers
crash-report-lead = It is sent to nobody. It names the version, the browser and the fault. Copy it into a bug report if you wish.
crash-record-lead = With a record of what happened since the page opened, developers can make the fault happen again. It holds what you did and what is stored here: your answers, results and settings.
crash-copy-record = Copy it with the record
crash-copy = Copy report
crash-copied = Copied.
crash-selected = Selected: copy it with your keyboard or menu.
reload = Reload
crash-report = Report
failed-offline = There is no network
failed-offline-text = { -app } was not stored on this device yet. Connect to the network once and reload; from then on it opens without one.
failed-files = { -app } did not load
failed-files-text = A part of it is missing or did not arrive whole. The site may just be changing to a new version: wait a minute, then reload.
failed-browser = This browser is too old
failed-browser-text = { -app } needs a browser that runs current WebAssembly, as Chrome, Edge, Firefox and Safari have done since 2023. Update the browser, then reload.
failed-twice = { -app } failed to start twice
failed-twice-text = Perhaps something that is stored on this device is at fault. Save it as a file first. Then start without it: it is set aside and not deleted.
failed-fault = { -app } did not start
failed-fault-text = This is a fault of the app. What was stored on this device is untouched. Reload; if that does not help, copy the report below into a bug report.
rescue-save = Save what is stored
rescue-without = Start without it

# On the pages of the study notes that need no app, and the way to them.
notes-in-app = Open this page in { -app }
notes-without-app = The study notes can be read without it.

# What a system shows of the installed app.
app-description = Timed practice exams that work offline and are shared by a link. Nothing leaves your device.

# A shortcut of the installed app, and in short.
start-an-exam = Start an exam
start-an-exam-short = Exam
