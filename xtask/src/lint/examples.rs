//! The examples of the page API's documentation, as scripts that the TypeScript compiler checks against the declarations.
//! That they also run, and come to what they say, is for the end-to-end tests.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

const DOCUMENTATION: &str = "docs/page-api.md";
/// Where the scripts are written to. `tsc --project` takes this folder.
pub const FOLDER: &str = "target/page-api";

/// What a script on a page is: no part of the tests, without any package, and in JavaScript.
const PROJECT: &str = r#"{
  "extends": "../../tsconfig.json",
  "compilerOptions": { "allowJs": true, "checkJs": true, "strict": false, "noImplicitReturns": false, "noUnusedLocals": false, "types": [] },
  "include": ["*.js", "../../src/scripting/registrar.d.ts"]
}
"#;

/// What a line comes to whose form the declarations refuse as well.
const MALFORMED: &str = "throws { code: 'malformed_call'";

/// Writes the examples, one script each.
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

/// The examples in a text, each as a module.
fn examples(text: &str) -> Vec<String> {
    let mut examples = Vec::new();
    let mut open: Option<String> = None;
    for line in text.lines() {
        match (line, open.as_mut()) {
            ("```js", None) => open = Some("export {};\n".to_owned()),
            ("```", Some(_)) => examples.extend(open.take()),
            (line, Some(example)) => {
                if line.contains(MALFORMED) {
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
    fn examples_are_the_blocks_of_script() {
        let text = "# A\n```\nno\n```\n```js\none();\n```\ntext\n```js\ntwo();\n```\n";
        assert_eq!(examples(text), ["export {};\none();\n", "export {};\ntwo();\n"]);
    }

    #[test]
    fn what_is_malformed_is_refused_by_the_compiler() {
        let text = "```js\none(1); // → throws { code: 'malformed_call' }\n```\n";
        assert!(examples(text).concat().contains("// @ts-expect-error\none(1);"));
    }
}
