using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Counterclaim.Tests.Shared;

namespace Counterclaim.Language.Tests;

/// <summary>What the package offers, as one file: a change to it is seen in the diff and meant.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_surface_is_as_reviewed()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(Analyzer).Assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append($"{Kind(type)} {type.Namespace}.{Name(type)}{Bases(type)}\n");
            var members = type.GetMembers(Declared).Select(m => (m.Name, Order: Place(type, m), Signature: Signature(type, m))).Where(m => m.Signature is not null);
            foreach (var member in members.OrderBy(m => m.Order).ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Signature, StringComparer.Ordinal))
                text.Append($"    {member.Signature}\n");
            text.Append('\n');
        }
        GoldenFile.Check("public-api.txt", text.ToString());
    }

    private static string Kind(Type type)
    {
        if (type.IsEnum) return "enum";
        if (type.IsValueType) return (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + "struct";
        if (type.IsInterface) return "interface";
        return (type.IsAbstract && type.IsSealed ? "static " : type.IsSealed ? "sealed " : type.IsAbstract ? "abstract " : "") + "class";
    }

    private static string Bases(Type type)
    {
        if (type.IsEnum) return $" : {Name(Enum.GetUnderlyingType(type))}";
        var bases = type.GetInterfaces().Where(i => i.Name.Contains("ReadOnlyList", StringComparison.Ordinal)).Select(Name).ToList();
        return bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
    }

    /// <summary>Enumerations stand in the order of their values, all else by name.</summary>
    private static long Place(Type type, MemberInfo member) =>
        type.IsEnum && member is FieldInfo { IsLiteral: true } field ? Convert.ToInt64(field.GetRawConstantValue(), null) : 0;

    /// <summary>Null for what is not offered: private members, what the compiler adds to records, accessors of properties.</summary>
    private static string? Signature(Type type, MemberInfo member)
    {
        if (member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not PropertyInfo and not ConstructorInfo) return null;
        return member switch
        {
            FieldInfo { IsPublic: true, IsSpecialName: false } field when type.IsEnum => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}",
            FieldInfo { IsPublic: true, IsSpecialName: false } field => $"{Name(field.FieldType)} {field.Name}",
            ConstructorInfo { IsPublic: true } constructor => $"new({Parameters(constructor)})",
            MethodInfo { IsPublic: true, IsSpecialName: false } method => $"{Static(method)}{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            PropertyInfo { GetMethod: { IsPublic: true } get } property => $"{Static(get)}{Name(property.PropertyType)} "
                + (property.GetIndexParameters().Length > 0 ? $"this[{Parameters(get)}]" : property.Name) + (property.SetMethod is { IsPublic: true } set ? IsInit(set) ? " { get; init; }" : " { get; set; }" : " { get; }"),
            _ => null,
        };
    }

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? $" = {p.DefaultValue ?? "null"}" : "")}"));

    private static string Name(Type type)
    {
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        var name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        if (!type.IsGenericType) return name switch
        {
            "Int32" => "int",
            "String" => "string",
            "Boolean" => "bool",
            "Void" => "void",
            "Char" => "char",
            "Byte" => "byte",
            "Object" => "object",
            _ => name,
        };
        return $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
