using Counterclaim.Language.Features;
using Counterclaim.Language.Models;
using Counterclaim.Language.Names;
using Counterclaim.Language.Neural;
using Counterclaim.Language.Tagging;
using Counterclaim.Training.Language;
using Counterclaim.Training.Neural;

namespace Counterclaim.Training.Naming;

/// <summary>Reads texts with the network that ships, once, and keeps what it holds of every word.</summary>
internal sealed unsafe class NameInputs(ModelFile language, NameLists lists)
{
    private readonly LanguageNetwork _network = new(language);
    private readonly Dictionary<ulong, Form> _formOf = [];
    private readonly FormFeatures _features = new();
    private readonly NetworkSpace _space = new();
    private readonly List<float[]> _forms = [];
    private int _count;

    public int StateSize => _network.StateSize;

    public TagSet Tags => _network.Tags;

    /// <summary>Columns of the scores of tags.</summary>
    public int TagColumns => _network.TagColumns;

    public int FormSize => _network.Encoder.InputSize;

    /// <summary>Where in a form's numbers the vector learned for a common word stands.</summary>
    public (int Start, int Count) LearnedWord => _network.Encoder.LearnedWord;

    /// <summary>What a form enters the encoder as (<see cref="Form.Vector"/> is its number).</summary>
    public float[] FormAt(int number) => _forms[number];

    /// <summary>The sentences of a text, which are read as the analyzer reads them: about so many words together that their kind shows.</summary>
    /// <param name="withTagScores">Keeps what the network says for tags.</param>
    public IEnumerable<NameExample> Read(NamedDocument document, bool withTagScores = false)
    {
        var style = new float[TextStyle.Width];
        var examples = new List<NameExample>();
        var waiting = new List<NamedSentence>();
        var hasStyle = false;
        void ReadWaiting()
        {
            _network.Tag(_space);
            if (!hasStyle && waiting.Count > 0) TextStyle.Read(_space, _network.Tags, style);
            hasStyle = true;
            var from = 0;
            foreach (var sentence in waiting)
            {
                examples.Add(Example(sentence, from, style) with { TagScores = withTagScores ? TagScores(from, sentence.Count) : [] });
                from += sentence.Count;
            }
            waiting.Clear();
            _network.Clear(_space);
        }
        foreach (var sentence in document.Sentences)
        {
            _network.Add(sentence.Text, sentence.Tokens, _space);
            waiting.Add(sentence);
            if (_space.Encoder.Pieces.Words >= LanguageNetwork.WordsAtOnce) ReadWaiting();
        }
        ReadWaiting();
        return examples;
    }

    private NameExample Example(NamedSentence sentence, int from, float[] style)
    {
        var marks = new ushort[_space.Encoder.Rows.Count];
        lists.Mark(_space.Encoder.Forms, _space.Encoder.Rows, from, sentence.Count, marks);
        return new NameExample
        {
            Number = _count++,
            Forms = FormsOf(sentence),
            States = _space.StatesOf(from, sentence.Count, StateSize).ToArray(),
            Marks = marks[from..(from + sentence.Count)],
            Style = style,
            Names = sentence.Allowed,
        };
    }

    private float[] TagScores(int from, int count)
    {
        var tags = Tags.Names.Length;
        var scores = new float[count * tags];
        for (var word = 0; word < count; word++) new ReadOnlySpan<float>(_space.TagScores.Start + (nint)(from + word) * TagColumns, tags).CopyTo(scores.AsSpan(word * tags));
        return scores;
    }

    private Form[] FormsOf(NamedSentence sentence)
    {
        _space.Sentence.Read(sentence.Text, sentence.Tokens);
        var forms = new Form[sentence.Count];
        for (var i = 0; i < forms.Length; i++)
        {
            if (!_formOf.TryGetValue(_space.Sentence.Keys[i], out var form))
            {
                _features.Read(sentence.Tokens[i].In(sentence.Text), _space.Sentence.Casing);
                var input = new float[FormSize];
                fixed (float* start = input) _network.Encoder.Embed(_features, start);
                form = new Form(_forms.Count, 0, [], _features.Spelling);
                _forms.Add(input);
                _formOf.Add(_space.Sentence.Keys[i], form);
            }
            forms[i] = form;
        }
        return forms;
    }
}
