//! A reader of JSON: strict as its standard is, bounded in depth, and it tells where it stopped.
//!
//! It is written here because the app reads a few small records with it: the customary library costs the page
//! ten kilobytes on the wire, this one costs one. `tests/suite/json.rs` holds it against that library.

/// Lists and objects may stand this deep in each other.
const DEPTH: u32 = 64;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written: it is read when it is known what it should be.
    Number(&'a str),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Named values, in the order in which they are written.
    Object(Vec<(String, Self)>),
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in bytes, from 1; 0 before the first.
    pub column: usize,
}

impl<'a> Value<'a> {
    /// Reads one value, and nothing after it.
    ///
    /// # Errors
    /// Where the text stops being JSON.
    pub fn parse(text: &'a str) -> Result<Self, Place> {
        let mut reader = Reader { text, at: 0 };
        match reader.value(0) {
            Some(value) if reader.at == text.len() => Ok(value),
            _ => Err(reader.place()),
        }
    }

    /// A named value of an object; the last one, should a name stand twice.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(parts) = self else { return None };
        parts.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// A text.
    pub fn as_str(&self) -> Option<&str> {
        let Self::Text(text) = self else { return None };
        Some(text)
    }

    /// A list.
    pub fn as_list(&self) -> Option<&[Self]> {
        let Self::List(items) = self else { return None };
        Some(items)
    }

    /// A whole number.
    pub fn as_whole(&self) -> Option<i64> {
        let Self::Number(digits) = self else { return None };
        digits.parse().ok()
    }

    /// A whole number that is not below zero.
    pub fn as_count(&self) -> Option<u64> {
        let Self::Number(digits) = self else { return None };
        digits.parse().ok()
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// Where it stands: at the sign that does not belong here, or at the end.
    fn place(&self) -> Place {
        let read = (self.at + 1).min(self.text.len());
        let (mut line, mut column) = (1, 0);
        for byte in self.text.bytes().take(read) {
            column += 1;
            if byte == b'\n' {
                (line, column) = (line + 1, 0);
            }
        }
        Place { line, column }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over a sign, if it is the one that stands here.
    fn took(&mut self, sign: u8) -> bool {
        let here = self.peek() == Some(sign);
        self.at += usize::from(here);
        here
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// A value, with the space around it.
    fn value(&mut self, depth: u32) -> Option<Value<'a>> {
        self.space();
        let value = match self.peek()? {
            b'"' => Value::Text(self.text()?),
            b'[' => Value::List(self.list(depth)?),
            b'{' => Value::Object(self.object(depth)?),
            b'n' => self.word("null", Value::Null)?,
            b't' => self.word("true", Value::Bool(true))?,
            b'f' => self.word("false", Value::Bool(false))?,
            _ => Value::Number(self.number()?),
        };
        self.space();
        Some(value)
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Option<Value<'a>> {
        let here = self.text.get(self.at..)?.starts_with(word);
        self.at += if here { word.len() } else { 0 };
        here.then_some(value)
    }

    fn list(&mut self, depth: u32) -> Option<Vec<Value<'a>>> {
        let mut items = Vec::new();
        let mut more = self.opened(b']', depth)?;
        while more {
            items.push(self.value(depth + 1)?);
            more = self.goes_on(b']')?;
        }
        Some(items)
    }

    fn object(&mut self, depth: u32) -> Option<Vec<(String, Value<'a>)>> {
        let mut parts = Vec::new();
        let mut more = self.opened(b'}', depth)?;
        while more {
            self.space();
            let name = self.text()?;
            self.space();
            if !self.took(b':') {
                return None;
            }
            parts.push((name, self.value(depth + 1)?));
            more = self.goes_on(b'}')?;
        }
        Some(parts)
    }

    /// Goes over an opening bracket; whether anything stands before the closing one.
    fn opened(&mut self, close: u8, depth: u32) -> Option<bool> {
        if depth >= DEPTH {
            return None;
        }
        self.at += 1;
        self.space();
        Some(!self.took(close))
    }

    /// Goes over a comma or a closing bracket; whether it was a comma.
    fn goes_on(&mut self, close: u8) -> Option<bool> {
        if self.took(b',') {
            return Some(true);
        }
        self.took(close).then_some(false)
    }

    fn number(&mut self) -> Option<&'a str> {
        let from = self.at;
        self.took(b'-');
        // No number but zero begins with a zero.
        if !self.took(b'0') {
            self.digits()?;
        }
        if self.took(b'.') {
            self.digits()?;
        }
        if self.took(b'e') || self.took(b'E') {
            let _ = self.took(b'-') || self.took(b'+');
            self.digits()?;
        }
        self.text.get(from..self.at)
    }

    /// At least one digit.
    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.peek().is_some_and(|sign| sign.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    fn text(&mut self) -> Option<String> {
        if !self.took(b'"') {
            return None;
        }
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let special = |sign: u8| sign == b'"' || sign == b'\\' || sign < b' ';
            let plain = rest.bytes().position(special).unwrap_or(rest.len());
            text.push_str(rest.get(..plain)?);
            self.at += plain;
            if self.took(b'"') {
                return Some(text);
            }
            if !self.took(b'\\') {
                return None;
            }
            text.push(self.escaped()?);
        }
    }

    /// What stands for a sign after a backslash.
    fn escaped(&mut self) -> Option<char> {
        let sign = match self.peek()? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.code();
            }
            plain @ (b'"' | b'\\' | b'/') => char::from(plain),
            _ => return None,
        };
        self.at += 1;
        Some(sign)
    }

    /// A sign by its number, which takes two halves above the first 65,536.
    fn code(&mut self) -> Option<char> {
        let first = self.half()?;
        let Some(high) = first.checked_sub(0xd800).filter(|high| *high < 0x400) else {
            return char::from_u32(first);
        };
        if !(self.took(b'\\') && self.took(b'u')) {
            return None;
        }
        let low = self.half()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32(0x1_0000 + (high << 10) + low)
    }

    /// Four hexadecimal digits.
    fn half(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number << 4 | char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(number)
    }
}
