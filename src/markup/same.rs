//! Values whose type is known only to themselves, and whether two of them are the same.

use std::any::Any;
use std::rc::Rc;

/// A value that can be compared with another of which nothing is known.
pub trait Same: Any {
    /// Whether the other one is of this type, and equal.
    fn is(&self, other: &dyn Any) -> bool;

    /// As a value of which nothing is known.
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Same for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>().is_some_and(|other| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// Such a value, compared by what it is.
pub struct Handle<T: ?Sized>(pub Rc<T>);

impl<T: Same + ?Sized> PartialEq for Handle<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(other.0.as_any())
    }
}
