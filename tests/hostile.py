"""Texts that would act in a page that shows them carelessly."""

HOSTILE = [
    "দু’জন </script><script>alert(1)</script> <img src=x onerror=alert(1)>",
    "</style></title>{{script}}{{nothing}} দু’জন \" onmouseover='x' ৷",
    "ক\ud800খ \udfff \x00\x07\x1b[31m \N{RIGHT-TO-LEFT OVERRIDE}বাংলা৷ \N{LINE SEPARATOR}",
    "\N{BENGALI VOWEL SIGN AA}" * 300 + " " + "ক" * 5_000 + "৷",
    "&lt;b&gt; &amp;#x27; ‘‘<b>’’ ]]> <!-- দু’টি -->",
]
