//! The code of a component: its function as a hook, so that Yew's own macro sees to the hooks in it, and what draws it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, FnArg, ItemFn, Result, Type};

/// The code of a component, from its function.
pub fn written(function: &ItemFn) -> Result<TokenStream> {
    let ItemFn { attrs, vis, sig, block } = function;
    let (name, output) = (&sig.ident, &sig.output);
    let mut inputs = sig.inputs.iter();
    let (defined, props, given, passed) = match (inputs.next(), inputs.next()) {
        (None, _) => {
            let defined = quote!(#(#attrs)* #[derive(PartialEq)] #vis struct #name {});
            (defined, quote!(#name), quote!(), quote!())
        }
        (Some(FnArg::Typed(argument)), None) => {
            let Type::Reference(reference) = &*argument.ty else {
                return Err(Error::new_spanned(&argument.ty, "a component takes a reference to its properties"));
            };
            let props = &reference.elem;
            (quote!(#(#attrs)* #vis type #name = #props;), quote!(#props), quote!(#argument), quote!(self))
        }
        _ => return Err(Error::new_spanned(&sig.inputs, "a component takes its properties, and nothing else")),
    };
    Ok(quote! {
        #defined

        impl ::registrar::markup::Part for #props {
            const NAME: &'static str = ::std::concat!(::std::module_path!(), "::", ::std::stringify!(#name));

            fn draw(&self, context: &mut ::yew::functional::HookContext) -> ::yew::Html {
                #[::yew::functional::hook]
                fn use_part(#given) #output #block
                ::yew::functional::Hook::run(use_part(#passed), context)
            }
        }
    })
}
