### The study guide.

nav-notes = Notes

notes-title = Study notes
notes-lead = What the exam asks, topic by topic: what holds today, in short blocks, each resting on facts that were checked. Written for a phone.
notes-limits = All limits and defaults
notes-limits-hint = One table, to filter and to sort
notes-changes = What changed since 2019
notes-changes-hint = Across all topics, newest first
notes-search = Search the notes
notes-search-hint = Offline, forgiving of typos
notes-by-domain = By domain of the exam
notes-by-service = By service
notes-comparisons = Told apart
notes-comparisons-lead = What is easily confused, side by side.
notes-new = New in the exam

notes-contents = On this page
notes-practise = Practise this
# $questions (Number): how many questions there are on it
notes-practise-count = { $questions ->
    [one] { $questions } question
   *[other] { $questions } questions
}
notes-related = Goes with this
notes-references = Official pages
notes-references-hint = Read on there; when the two differ, believe them.
notes-before = Previous
notes-next = Next
notes-beside = Pages before and after
notes-all = All notes
# $all (Number): facts stated
# $read (Number): how many of them were read in a source
# $checked (Text): a day
notes-facts = Checked on { $checked }. States { $all } facts, { $read } of them read in a source, the others from memory.
notes-as-file = This page without the app

limits-title = Limits and defaults
limits-lead = Every number in one place. A name leads to the paragraph that explains it.
limits-filter = Only rows that hold
limits-order = Order
limits-by-page = By topic
limits-by-name = By name
limits-what = What
limits-default = Default
limits-limit = Limit
limits-topic = Topic
# $shown (Number): rows that are shown
# $all (Number): all rows
limits-count = { $shown } of { $all } rows

notes-changed-title = Changed since 2019
notes-changed-lead = What notes of 2019 said, and what holds now. Newest first; then what has no known date; then what was never so.
notes-changed-corrected = Never so
notes-changed-undated = Without a date

search-title = Search
search-field = Words to look for
search-hint = Notes, limits, and questions that you have seen.
search-loading = Getting the index…
search-failed = The index did not arrive. Check the network, then type again.
# $query (Text): what was looked for
search-nothing = Nothing found for “{ $query }”. Try fewer or other words.
# $pages (Number): pages found
search-count = { $pages ->
    [one] { $pages } page found
   *[other] { $pages } pages found
}
search-questions = Questions that you have seen
search-question-teaches = The paragraph that teaches it

notes-nowhere = The study notes have no such page.
notes-none = This site's question bank has no study notes.
notes-missing = This page did not arrive. Check the network, then open it again.
notes-read = Read about it in the notes
