//! Walks over a text, from the beginning of a value to its end.

/// A text, and how far it was walked.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    place: usize,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, place: 0 }
    }

    /// Passes over a value of any depth, and returns it as it is written.
    pub(crate) fn value(&mut self) -> Option<&'a str> {
        self.blank();
        let start = self.place;
        // What closes the arrays and objects that are open.
        let mut open = Vec::new();
        loop {
            self.blank();
            match self.peek()? {
                b'{' => {
                    self.place += 1;
                    if self.take(b'}').is_none() {
                        self.name()?;
                        open.push(b'}');
                        continue;
                    }
                }
                b'[' => {
                    self.place += 1;
                    if self.take(b']').is_none() {
                        open.push(b']');
                        continue;
                    }
                }
                b'"' => drop(self.string()?),
                b't' => self.word("true")?,
                b'f' => self.word("false")?,
                b'n' => self.word("null")?,
                _ => self.number()?,
            }
            while let Some(close) = open.last().copied() {
                if self.take(b',').is_some() {
                    if close == b'}' {
                        self.name()?;
                    }
                    break;
                }
                self.take(close)?;
                open.pop();
            }
            if open.is_empty() {
                return self.text.get(start..self.place);
            }
        }
    }

    /// Passes over the name of a member and the colon behind it, and returns the name as it is written.
    pub(crate) fn name(&mut self) -> Option<&'a str> {
        self.blank();
        let start = self.place;
        self.string()?;
        let name = self.text.get(start..self.place)?;
        self.take(b':')?;
        Some(name)
    }

    /// Passes over a string, and returns what stands between its quotes.
    pub(crate) fn string(&mut self) -> Option<&'a str> {
        self.take(b'"')?;
        let start = self.place;
        while self.pass(|byte| byte == b'"').is_none() {
            if self.pass(|byte| byte == b'\\').is_none() {
                self.pass(|byte| byte >= b' ')?;
            } else if self.pass(|byte| byte == b'u').is_some() {
                for _ in 0..4 {
                    self.pass(|byte| byte.is_ascii_hexdigit())?;
                }
            } else {
                self.pass(|byte| br#""\/bfnrt"#.contains(&byte))?;
            }
        }
        self.text.get(start..self.place - 1)
    }

    fn number(&mut self) -> Option<()> {
        self.pass(|byte| byte == b'-');
        if self.pass(|byte| byte == b'0').is_none() {
            self.digits()?;
        }
        if self.pass(|byte| byte == b'.').is_some() {
            self.digits()?;
        }
        if self.pass(|byte| matches!(byte, b'e' | b'E')).is_some() {
            self.pass(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        self.pass(|byte| byte.is_ascii_digit())?;
        while self.pass(|byte| byte.is_ascii_digit()).is_some() {}
        Some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        word.bytes().try_for_each(|byte| self.pass(|next| next == byte))
    }

    /// Passes over white space, and then over this byte if it is the next.
    pub(crate) fn take(&mut self, byte: u8) -> Option<()> {
        self.blank();
        self.pass(|next| next == byte)
    }

    /// Whether nothing follows but white space.
    pub(crate) fn end(&mut self) -> Option<()> {
        self.blank();
        self.peek().is_none().then_some(())
    }

    fn blank(&mut self) {
        while self.pass(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).is_some() {}
    }

    fn pass(&mut self, is_such: impl FnOnce(u8) -> bool) -> Option<()> {
        is_such(self.peek()?).then(|| self.place += 1)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }
}
