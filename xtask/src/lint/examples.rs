//! Extracts the examples from the page API's documentation. The TypeScript compiler checks them against the declarations.
//! The end-to-end tests run them and check their results.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

const DOCUMENTATION: &str = "docs/page-api.md";
/// The folder of the extracted scripts, for `tsc --project`.
pub const FOLDER: &str = "target/page-api";

/// A configuration for plain JavaScript on a page, without the types of the tests' packages.
const PROJECT: &str = r#"{
  "extends": "../../tsconfig.json",
  "compilerOptions": { "allowJs": true, "checkJs": true, "strict": false, "noImplicitReturns": false, "noUnusedLocals": false, "types": [] },
  "include": ["*.js", "../../src/scripting/registrar.d.ts"]
}
"#;

/// The comment on a call that the declarations reject too.
const MALFORMED_CALL: &str = "throws { code: 'malformed_call'";

/// Writes each example to a script of its own.
pub fn write() -> Result<()> {
    let text = fs::read_to_string(DOCUMENTATION).with_context(|| format!("reading {DOCUMENTATION}"))?;
    let examples = examples(&text);
    ensure!(!examples.is_empty(), "{DOCUMENTATION} has no examples");
    let folder = Path::new(FOLDER);
    fs::remove_dir_all(folder).ok();
    fs::create_dir_all(folder)?;
    fs::write(folder.join("tsconfig.json"), PROJECT)?;
    for (number, example) in examples.iter().enumerate() {
        fs::write(folder.join(format!("example-{}.js", number + 1)), example)?;
    }
    Ok(())
}

/// The examples in a text. Each becomes a module, so that their names do not clash.
fn examples(text: &str) -> Vec<String> {
    let mut examples = Vec::new();
    let mut open: Option<String> = None;
    for line in text.lines() {
        match (line, open.as_mut()) {
            ("```js", None) => open = Some("export {};\n".to_owned()),
            ("```", Some(_)) => examples.extend(open.take()),
            (line, Some(example)) => {
                if line.contains(MALFORMED_CALL) {
                    example.push_str("// @ts-expect-error\n");
                }
                example.push_str(line);
                example.push('\n');
            }
            _ => {}
        }
    }
    examples
}

#[cfg(test)]
mod tests {
    use super::examples;

    #[test]
    fn examples_are_the_js_code_blocks() {
        let text = "# A\n```\nno\n```\n```js\none();\n```\ntext\n```js\ntwo();\n```\n";
        assert_eq!(examples(text), ["export {};\none();\n", "export {};\ntwo();\n"]);
    }

    #[test]
    fn the_compiler_must_refuse_a_malformed_call() {
        let text = "```js\none(1); // → throws { code: 'malformed_call' }\n```\n";
        assert!(examples(text).concat().contains("// @ts-expect-error\none(1);"));
    }
}
