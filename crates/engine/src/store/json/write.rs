//! A writer of JSON: objects are written part by part, with no tree between. Parts are written in the order of
//! their names, so that one record has one text.

/// A list of what is JSON already.
pub(crate) fn list<T>(items: &[T], write: impl Fn(&T) -> String) -> String {
    let mut json = String::from("[");
    for item in items {
        next(&mut json);
        json.push_str(&write(item));
    }
    json.push(']');
    json
}

/// Two numbers.
pub(crate) fn pair((first, second): (u32, u32)) -> String {
    let mut json = String::from("[");
    json.push_str(&first.to_string());
    json.push(',');
    json.push_str(&second.to_string());
    json.push(']');
    json
}

/// An object in the making.
pub(crate) struct Object(String);

impl Object {
    /// An object without parts.
    pub(crate) fn new() -> Self {
        Self(String::from("{"))
    }

    /// A part that is JSON already.
    #[inline(never)]
    pub(crate) fn json(mut self, name: &str, json: &str) -> Self {
        next(&mut self.0);
        quote(&mut self.0, name);
        self.0.push(':');
        self.0.push_str(json);
        self
    }

    /// A text.
    #[inline(never)]
    pub(crate) fn text(self, name: &str, text: &str) -> Self {
        let mut json = String::new();
        quote(&mut json, text);
        self.json(name, &json)
    }

    /// A text, if there is one.
    pub(crate) fn text_if(self, name: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    /// A whole number.
    #[inline(never)]
    pub(crate) fn whole(self, name: &str, number: i64) -> Self {
        self.json(name, &number.to_string())
    }

    /// A whole number, if there is one.
    pub(crate) fn whole_if(self, name: &str, number: Option<i64>) -> Self {
        match number {
            Some(number) => self.whole(name, number),
            None => self,
        }
    }

    /// A switch, if it is on.
    pub(crate) fn flag(self, name: &str, on: bool) -> Self {
        if on { self.json(name, "true") } else { self }
    }

    /// The object.
    pub(crate) fn done(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A comma, where something stands before.
fn next(json: &mut String) {
    if !json.ends_with(['[', '{']) {
        json.push(',');
    }
}

/// A text as JSON.
pub(crate) fn quoted(text: &str) -> String {
    let mut json = String::new();
    quote(&mut json, text);
    json
}

#[inline(never)]
fn quote(json: &mut String, text: &str) {
    json.push('"');
    for sign in text.chars() {
        let short = match sign {
            '"' | '\\' => sign,
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\0'..' ' => {
                json.push_str("\\u00");
                json.push(if sign < '\u{10}' { '0' } else { '1' });
                json.push(char::from_digit(u32::from(sign) & 15, 16).unwrap_or('0'));
                continue;
            }
            _ => {
                json.push(sign);
                continue;
            }
        };
        json.push('\\');
        json.push(short);
    }
    json.push('"');
}
