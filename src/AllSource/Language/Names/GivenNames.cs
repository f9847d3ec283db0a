using System.Collections.Frozen;

namespace AllSource.Language.Names;

/// <summary>Given names in common use, in lower case: that a capital word is one makes a person likely, and tells "he"
/// from "she". A name in both lists tells nothing about the pronoun.</summary>
internal static class GivenNames
{
    public static readonly FrozenSet<string> Female = WordList.Of("""
        mary anna anne ann annie maria sarah laura emma julia kate katherine catherine kathryn kathleen elizabeth
        susan linda nancy
        lisa karen hillary michelle melania ivanka angela theresa jane alice helen helena ellen sophie sophia olivia
        emily grace hannah rachel rebecca ruth martha jennifer jessica amanda amy carly carol caroline christine
        claire diana diane donna elena eva fiona gwen ingrid inge irene iris ivy jill joan judy judith kelly kim lena
        lucy
        margaret marie marta megan mia nadia natalie nicole nikki nina nora oda olga patricia petra rosa sandra sara
        sigrun silvia sylvia sonia stephanie susanna suzanne tara tatiana tina ursula valerie vera victoria wilma
        yvonne zoe loretta
        kellyanne kirsten elise greta hilda astrid freya ilse ilona katya ludmila mira milena ottilie renata rita
        samantha sally solveig tess tessa vanessa barbara dorothy betty deborah debra sharon cynthia melissa brenda
        pamela
        virginia janet heather teresa gloria cheryl mildred joyce evelyn frances alexandra andrea ashley kimberly
        allison alison amber anita annette april audrey beatrice bernadette beth beverly bonnie brittany camila carla
        carmen cassandra cecilia charlotte chelsea chloe clara claudia colleen constance crystal daisy dana danielle
        daphne darlene denise dolores edith eileen eleanor elaine elsa erica erin esther ethel eugenia felicia
        florence gabriela gail geraldine gertrude gina gretchen gwendolyn harriet hazel heidi holly hope ida inez
        ingeborg isabel isabella jacqueline jacinda jamila janice jasmine jean jeanette jeanne jenna jenny jill joanna
        jocelyn josephine juanita june karin karla katie kristen kristin kristina lara leah leila leslie lillian
        lily lindsay liz lois lorraine louise lucia luisa lydia lynn madeleine madeline mae maggie malia marcia
        marian marianne marilyn marina marjorie marlene maureen maxine melanie meredith michaela mildred miriam
        molly monica muriel myra nadine naomi natalia natasha nicola noor odette odile paige pam patty paula pauline
        pearl peggy penelope penny phoebe phyllis priscilla rachael ramona regina roberta robin rosalind rosemary
        roxanne sabrina sadie sasha selena sheila shirley sigrid simone stacy stella sue susie tamara tammy theodora
        thelma tiffany toni tracy trudy una veronica vicky violet vivian wanda wendy whitney winifred yolanda
        yulia zara zelda fatima aisha amina khadija leyla layla mariam maryam nour rania samira yasmin zainab
        priya anjali deepa indira kavita lakshmi meera nisha pooja sunita mei ling yuki akiko naoko sakura michiko
        agnieszka ewa katarzyna magdalena malgorzata zofia ana beatriz ines joana mariana catarina chiara francesca
        giulia paola federica svetlana ksenia oksana irina larissa lyudmila galina darya daria alina birgit heike
        monika sabine ulrike gudrun annika malin maja saga tove liv marit siri birthe mette lotte lotta dagny effie edie
        bettany britt edda hanne ruta dora lidia maren nadira jorun hana vigdis theodora camilla saoirse niamh siobhan
        """);

    public static readonly FrozenSet<string> Male = WordList.Of("""
        john james robert michael william david richard joseph thomas charles donald george barack mike ted marco jeb
        ben bernie joe bill paul mark steven steve kevin brian edward ronald anthony jason matthew gary timothy larry
        jeffrey frank scott eric stephen andrew raymond gregory joshua jerry dennis walter patrick peter harold
        douglas henry carl arthur ryan roger jack albert jonathan justin terry gerald keith samuel willie ralph
        lawrence nicholas roy benjamin bruce brandon adam harry fred wayne billy louis jeremy aaron randy howard
        eugene carlos russell bobby victor martin ernest phillip todd jesse craig alan shawn clarence sean philip
        chris johnny earl jimmy antonio vladimir sergey sergei dmitry dmitri boris ivan igor oleg nikita mitch rand
        chuck lindsey newt rudy rick jim tim tom dan don ron sam max leo leopold otto oskar karl hans klaus jens lars
        sven erik olaf bjorn piet jan pieter halvard aurel tomas ivar ravi ned vlad osric felix emil viktor anton
        pavel milan marek jakub alexander simon daniel lukas nils gustav hugo rolf dieter ali ahmed mohammed mohamed
        muhammad omar hassan hussein ibrahim ismail khalid mahmoud mustafa abdul abdullah yusuf youssef tariq rashid
        salman samir bilal karim jamal bashar recep mehmet emre kemal christopher kenneth george joshua nathan zachary
        kyle ethan jordan dylan bryan austin gabriel
        logan juan jose luis jorge miguel pedro pablo rafael ricardo roberto fernando francisco diego alejandro
        manuel sergio javier eduardo enrique hector julio raul ramon oscar cesar mario angelo giovanni giuseppe
        luca matteo paolo silvio enzo carlo pierre jean-claude francois jacques michel philippe laurent emmanuel
        nicolas olivier antoine marcel etienne guillaume henri rene alain yves wolfgang jurgen günter gunter helmut
        heinz werner manfred horst uwe stefan andreas thorsten torsten markus matthias sebastian florian christian
        tobias fritz ernst friedrich wilhelm heinrich ludwig gerd gerhard kurt udo angus duncan fergus hamish ian iain
        alistair alasdair callum conor declan eamon liam niall padraig rory seamus cormac brendan desmond derek
        nigel graham geoffrey geoff gareth rhys dylan owen hugh neil trevor clive barry stuart stewart malcolm
        colin leonard norman stanley sidney cecil reginald rupert oliver toby miles giles jasper edmund edgar edwin
        alfred archibald barnaby bernard bertram cedric cyril dominic duncan elliot ellis everett felipe floyd francis
        garrett glen glenn gordon grant herbert herman homer horace irving isaac jacob jake jared jay jeff jerome
        joel julian ken kirk kurt lance lee leon leroy lester lewis lionel lloyd luke lyle marcus marshall marvin
        maurice melvin merle milton mitchell morris murray nelson noah noel oswald oscar otis pat percy perry
        preston quentin rex rodney roland ross rufus salvador sherman sid spencer tony travis troy tyler tyrone
        vernon vincent virgil wallace warren wendell wesley wilbur willard woodrow zach mitt orrin trey devin dick rex
        ashton
        kim-jong jong-un xi wei jun hiroshi kenji shinzo taro yoshihide takeshi akira narendra rahul arjun anil
        sanjay vijay amit raj rajiv sunil deepak suresh imran nawaz asif pervez hamid ashraf volodymyr petro mykola
        mikhail yuri yevgeny nikolai alexei aleksei andrei konstantin maxim roman ruslan timur viktor leonid gennady
        andrzej jaroslaw krzysztof lech tadeusz zbigniew piotr pawel tomasz wojciech vaclav jiri milos zoran goran
        slobodan dragan nikola branko bogdan ion mihai radu traian viorel imre istvan janos laszlo gyorgy zoltan
        matti mikko timo jukka pekka antti juha sauli magnus anders bengt goran gunnar hakan henrik johan jonas
        kristian mads mikkel morten niels ole per rasmus soren stig sven thor tor torbjorn trond ulf halvor sigurd
        aldo iker andres jorun
        jory bernt thabo nelson kofi kwame chinua olusegun goodluck muhammadu yoweri julius uhuru mwai idris
        gerd josef ilya lothar padraig rocco guido hugo miles oren arvid torsten balthasar anselm vikram otmar
        """);

    public static bool Has(string lower) => Female.Contains(lower) || Male.Contains(lower);
}
