"""The months as letters name them, in the languages that letters come in: data for everything that reads dates.

In: nothing. Out: `MONTHS`, the number of the month by each of its names and their short forms, in lower case.
"""

from __future__ import annotations

_NAMES = """
january jan janvier janv enero ene januar jänner jaenner janeiro gennaio gen gennaro января январь januari ocak ledna
stycznia січня ianuarie tammikuuta يناير styczeń leden január januára januara januarja januári siječnja gener jaanuar
януари січень ιανουαρίου ינואר בינואר ژانویه जनवरी มกราคม xaneiro sausio janvāris janvārī јануара جنوری জানুয়ারি
ஜனவரி ;
february feb febr février fevrier févr fevr fév febrero februar feber fevereiro fev febbraio febbr febb
февраля февраль februari februari şubat února lutego лютого februarie helmikuuta فبراير شباط luty únor február
februára februara februarja veljače febrer veebruar февруари лютий φεβρουαρίου פברואר בפברואר فوریه फरवरी फ़रवरी
กุมภาพันธ์ febreiro vasario februāris februārī фебруара فروری ফেব্রুয়ারি பிப்ரவரி ;
march mar mars marzo märz maerz mrz mär março marco марта март maart mart března marca березня martie maaliskuuta مارس
آذار marzec březen március marta ožujka maret märts березень μαρτίου מרץ במרץ मार्च มีนาคม kovo marts martā مارچ মার্চ
மார்ச் ;
april apr avril avr abril abr aprile апреля апрель nisan dubna kwietnia квітня aprilie huhtikuuta أبريل ابريل نيسان
kwiecień duben április apríla aprila travnja aprill април квітень απριλίου אפריל באפריל آوریل अप्रैल เมษายน balandžio
aprīlis aprīlī اپریل এপ্রিল ஏப்ரல் ;
may mai mayo maio maggio mag мая май mei maj mayıs května maja травня toukokuuta مايو أيار květen május mája maig
toukokuu травень μαΐου מאי במאי مه मई พฤษภาคม svibnja gegužės maijs maijā маја مئی মে மே ;
june jun juin junio juni junho giugno giu июня июнь haziran června czerwca червня iunie kesäkuuta يونيو حزيران
czerwiec červen június júna juna junija juny juuni юни червень ιουνίου יוני ביוני ژوئن जून มิถุนายน lipnja xuño
birželio jūnijs jūnijā јуна جون জুন ஜூன் ;
july jul juillet juil julio juli julho luglio lug июля июль temmuz července lipca липня iulie heinäkuuta يوليو تموز
lipiec červenec július júla jula julija juliol juuli юли липень ιουλίου יולי ביולי ژوئیه जुलाई กรกฎาคม srpnja xullo
liepos jūlijs jūlijā јула جولائی জুলাই ஜூலை ;
august aug août aout agosto ago августа август augustus ağustos srpna sierpnia серпня augusti elokuuta أغسطس sierpień
srpen augusztus augusta avgusta agost agustus ogos серпень αυγούστου אוגוסט באוגוסט اوت अगस्त สิงหาคม kolovoza
rugpjūčio augusts augustā اگست আগস্ট ஆகஸ்ட் ;
september sept sep septembre septiembre setiembre setembro set settembre сентября сентябрь eylül září września вересня
septembrie syyskuuta سبتمبر أيلول wrzesień szeptember septembra септември вересень σεπτεμβρίου ספטמבר בספטמבר سپتامبر
सितंबर सितम्बर กันยายน rujna rugsėjo septembris septembrī септембра ستمبر সেপ্টেম্বর செப்டம்பர் ;
october oct octobre octubre oktober okt outubro out ottobre ott октября октябрь ekim října października жовтня
octombrie lokakuuta أكتوبر اكتوبر październik říjen október októbra oktobra oktoober октомври жовтень οκτωβρίου
אוקטובר באוקטובר اکتبر अक्टूबर अक्तूबर ตุลาคม spalio oktobris oktobrī октобра اکتوبر অক্টোবর அக்டோபர் ;
november nov novembre noviembre novembro ноября ноябрь kasım listopadu listopada листопада noiembrie marraskuuta
نوفمبر listopad novembra ноември листопад νοεμβρίου נובמבר בנובמבר نوامبر नवंबर नवम्बर พฤศจิกายน studenoga studenog
lapkričio novembris novembrī новембра نومبر নভেম্বর நவம்பர் ;
december dec décembre déc diciembre dic dezember dez dezembro dicembre декабря декабрь decembre desember aralık
prosince grudnia грудня decembrie joulukuuta ديسمبر grudzień prosinec decembra disember detsember декември грудень
δεκεμβρίου דצמבר בדצמבר دسامبر दिसंबर दिसम्बर ธันวาคม decembro gruodžio decembris decembrī децембра دسمبر ডিসেম্বর
டிசம்பர்
"""
MONTHS = {name: number for number, names in enumerate(_NAMES.split(";"), 1) for name in names.split()}
