### What this is, the question bank, and an address that names no page.

about-title = About { -app }
about-what = { -app } is an exam room in your browser: timed practice exams, drawn at random to the weights of the exam guide, with a reason for every option. It is a set of static files with no server behind it.
about-privacy-title = Nothing leaves this device
about-privacy = There are no accounts, cookies or statistics, and the page talks to no other site. What you do is stored in this browser only. An exam link holds the choices of an exam, never your answers.
about-trademark-title = Not affiliated with AWS
about-trademark = { -app } is independent. It is not affiliated with, endorsed or sponsored by Amazon Web Services. AWS, Amazon Web Services and the names of its services and certifications are trademarks of Amazon.com, Inc. or its affiliates, used here only to say what is practised. The questions are the project's own; none is taken from the exam or from another bank.
about-review = Each question names the facts it rests on and the page of the documentation, and was solved by a reader who had not seen the key. No certified human has reviewed the bank yet: where a question and the documentation differ, believe the documentation.
about-bank-more = How good the questions are: coverage, cues and review in figures
no-report = This site has no report on its question bank, or it did not arrive.
about-bank-title = The question bank
about-offline-yes = This version is stored on the device and opens without a network.
about-offline-no = This version is not stored on the device yet.
about-offline-failed = This version could not be stored on the device, so it needs a network.
about-licence = The program is free under the MIT licence or the Apache License 2.0, as you choose; the question bank under CC BY-SA 4.0.
about-third-party = Licences of the libraries used
about-version-title = Version

# $title (Text): of the bank
# $version (Text): of the bank
# $questions (Number): how many it has
# $topics (Number): how many it has
bank-line = { $title }, version { $version }: { $questions } questions in { $topics } topics.

# $licence (Text): its name
# $fingerprint (Text): of the bank
bank-licence = Licence { $licence }. Content { $fingerprint }.

# $version (Text): of the program
about-version = { -app } { $version }.

# What kind of content this is, for the ear.
table = Table
code-plain = Code
# $language (Text): the name of a programming language
code-of = Code, { $language }

not-found-title = There is no such page
# $path (Text): what was asked for
not-found = The address ends in “#/{ $path }”, which names no page of { -app }.
