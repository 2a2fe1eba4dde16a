//! Components: all of them are one to Yew, which draws whatever it is given.

use std::rc::Rc;

use yew::functional::{Hook, HookContext};
use yew::prelude::{Html, Properties, component as yew_component};
use yew::virtual_dom::{Key, VComp, VList, VNode};

use super::hooks::Run;
use super::same::{Handle, Same};

/// A component, by its properties: `#[component]` writes it.
pub trait Part: PartialEq + 'static {
    /// What tells it from other components.
    const NAME: &'static str;

    /// Draws it.
    fn draw(&self, context: &mut HookContext) -> Html;
}

/// A component with its properties, whichever it is.
trait Given: Same {
    fn draw(&self, context: &mut HookContext) -> Html;
}

impl<P: Part> Given for P {
    fn draw(&self, context: &mut HookContext) -> Html {
        Part::draw(self, context)
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    part: Handle<dyn Given>,
}

/// The one component that Yew knows.
#[yew_component]
fn Mounted(props: &Props) -> Html {
    use_part(&props.part)
}

/// Draws a component. Its hooks are those of the one that Yew knows.
fn use_part(part: &Handle<dyn Given>) -> impl Hook<Output = Html> {
    Run(|context: &mut HookContext| part.0.draw(context))
}

/// A component with its properties and, if it has one, its key.
///
/// To Yew two components differ by their keys: so the name of the component is a part of it, and neither is ever taken for
/// the other. The list of one around it keeps these keys from those of its neighbors.
pub fn mount<P: Part>(props: P, key: Option<Key>) -> Html {
    mounted(Handle(Rc::new(props)), P::NAME, key)
}

fn mounted(part: Handle<dyn Given>, name: &'static str, key: Option<Key>) -> Html {
    let own = match &key {
        Some(key) => Key::from(format!("{name} {key}")),
        None => Key::from(name),
    };
    let component = VComp::new::<Mounted>(Rc::new(Props { part }), Some(own));
    VNode::from(VList::with_children(vec![VNode::from(component)], key))
}
