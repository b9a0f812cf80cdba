namespace Counterclaim.Language;

/// <summary>Universal parts of speech (universaldependencies.org/u/pos), in the order of the documentation's table.</summary>
public enum Upos : byte
{
    Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb, X,
}

/// <summary>Universal dependency relations without subtypes (universaldependencies.org/u/dep).</summary>
public enum Deprel : byte
{
    Root, Acl, Advcl, Advmod, Amod, Appos, Aux, Case, Cc, Ccomp, Clf, Compound, Conj, Cop, Csubj, Dep, Det, Discourse,
    Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark, Nmod, Nsubj, Nummod, Obj, Obl, Orphan, Parataxis, Punct,
    Reparandum, Vocative, Xcomp,
}
