using Counterclaim.Ledger.Identity;
using Counterclaim.Model.Names;

namespace Counterclaim.Ledger.Tests.Identity;

/// <summary>Keys and parts of names in several scripts.</summary>
public class NameTests
{
    [Theory]
    [InlineData("Zelensky", "Zelenskyy", "Zelenskiy", "Зеленський", "Зеленский", "زيلينسكي", "זלנסקי")]
    [InlineData("Putin", "Путин", "Путін", "بوتين", "פוטין", "Πούτιν")]
    [InlineData("Netanyahu", "Нетаньяху", "نتنياهو", "נתניהו")]
    [InlineData("Lukashenko", "Лукашенко", "Лукашэнка", "لوكاشينكو")]
    [InlineData("Haftar", "Хафтар", "حفتر")]
    [InlineData("Mladić", "Mladic")]
    public void Spellings_of_one_name_in_other_scripts_are_looked_up_under_one_key(params string[] spellings) =>
        Assert.Single(spellings.Select(s => NameKey.CrossScript(NameKey.Sound(s))).Distinct());

    [Theory]
    [InlineData("Zelensky", "Zaluzhny")]
    [InlineData("Putin", "Prigozhin")]
    [InlineData("Haftar", "Hamdan")]
    public void Other_names_keep_other_keys(string a, string b) =>
        Assert.NotEqual(NameKey.CrossScript(NameKey.Sound(a)), NameKey.CrossScript(NameKey.Sound(b)));

    [Theory]
    [InlineData("Oleh Synyehubov", "Oleg Sinegubov", "like-given", "like-surname")]
    [InlineData("Luis Quintero", "Luis Alberto Quintero", "same-given", "same-surname")]
    [InlineData("L. Quintero", "Luis Quintero", "initial", "same-surname")]
    [InlineData("Marta Quintero", "Luis Quintero", "other-given", "same-surname")]
    [InlineData("Mohammed Deif", "Muhammad Deif", "like-given", "same-surname")]
    [InlineData("Hamid al-Nur", "Hamid Elnour", "same-given", "like-surname")]
    [InlineData("Володимир Зеленський", "Volodymyr Zelensky", "same-given", "same-surname")]
    public void Names_compare_part_by_part(string a, string b, string given, string surname)
    {
        var (one, other) = (PersonForm.Of(a)!, PersonForm.Of(b)!);
        Assert.Equal((given, surname), (one.GivenSign(other), one.SurnameSign(other)));
        Assert.Equal((given, surname), (other.GivenSign(one), other.SurnameSign(one)));
    }

    [Fact]
    public void Father_and_son_contradict_each_other() =>
        Assert.True(PersonForm.Of("Ahmed Bakhit Jr.")!.ContradictsGiven(PersonForm.Of("Ahmed Bakhit Sr.")!));

    [Fact]
    public void A_description_has_no_parts() => Assert.Null(PersonForm.Of("the harbour master of Port Anwell"));
}
