//! Moodle's GIFT. Read by the rules of Moodle, and not by those of stricter readers; what cannot be asked here keeps its
//! words.
//!
//! Source of the grammar: what `format.php` of Moodle's question formats does, noted in the project's reference.

mod body;
mod read;
mod write;

pub use read::read;
pub use write::write;

/// The signs that a backslash takes the meaning of; the last stands for the end of a line.
const ESCAPED: [char; 8] = ['~', '=', '#', '{', '}', ':', '\\', 'n'];

/// A text in which each escaped sign is one that means nothing.
fn hide(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let place = signs
            .peek()
            .filter(|_| sign == '\\')
            .and_then(|next| ESCAPED.iter().position(|known| known == next));
        let mark = place
            .and_then(|place| u32::try_from(place).ok())
            .and_then(|place| char::from_u32(0xfdd0 + place));
        if let Some(mark) = mark {
            signs.next();
            out.push(mark);
        } else {
            out.push(sign);
        }
    }
    out
}

/// Whether a text looks like GIFT: braces with an answer in them, or what only GIFT has.
pub(crate) fn is_likely(text: &str) -> bool {
    let hidden = hide(text);
    let answers = |inside: &str| {
        let inside = crate::text::trim(inside);
        let (body, _) = inside.split_once('}').unwrap_or((inside, ""));
        body.is_empty() || body.contains(['=', '~', '#']) || matches!(body, "T" | "F" | "TRUE" | "FALSE")
    };
    let braces = || hidden.contains('}') && hidden.split('{').skip(1).any(answers);
    let marked = |line: &str| line.starts_with("$CATEGORY:") || line.starts_with("::");
    hidden.split('\n').any(marked) || braces()
}

/// The text as it is meant.
fn reveal(text: &str) -> String {
    let sign = |mark: char| {
        let place = (mark as u32).checked_sub(0xfdd0).and_then(|place| usize::try_from(place).ok());
        match place.and_then(|place| ESCAPED.get(place)) {
            Some('n') => '\n',
            Some(sign) => *sign,
            None => mark,
        }
    };
    text.chars().map(sign).collect()
}
